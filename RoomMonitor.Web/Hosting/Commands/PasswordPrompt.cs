using System.Text;

namespace RoomMonitor.Web.Hosting.Commands;

/// <summary>Asks for a new password: twice and unseen on a terminal, one line where standard input is a file or a pipe.</summary>
internal static class PasswordPrompt
{
    /// <summary>Null when there is none, or the two differ.</summary>
    public static async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected)
        {
            return await Console.In.ReadLineAsync(cancellationToken);
        }

        var first = ReadUnseen("Password: ", cancellationToken);
        return first == ReadUnseen("Once more: ", cancellationToken) ? first : null;
    }

    private static string ReadUnseen(string prompt, CancellationToken cancellationToken)
    {
        Console.Error.Write(prompt);
        var password = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            cancellationToken.ThrowIfCancellationRequested();
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    Console.Error.WriteLine();
                    return password.ToString();
                case ConsoleKey.Backspace:
                    password.Length = Math.Max(0, password.Length - 1);
                    break;
                default:
                    if (!char.IsControl(key.KeyChar))
                    {
                        password.Append(key.KeyChar);
                    }

                    break;
            }
        }
    }
}
