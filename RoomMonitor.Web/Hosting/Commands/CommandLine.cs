using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Web.Hosting.Commands;

/// <summary>What the command line says before anything starts: questions are answered, and a word that means nothing starts no server.</summary>
internal static class CommandLine
{
    private static readonly string[] _help = ["--help", "-h", "-?"];

    /// <summary>The exit code; null where the command or the server is to run.</summary>
    public static async Task<int?> AnswerAsync(string[] args)
    {
        if (args.Any(_help.Contains))
        {
            await Console.Out.WriteLineAsync(Help());
            return CommandTable.Done;
        }

        if (args is ["--version", ..])
        {
            await Console.Out.WriteLineAsync($"RoomMonitor {ProductVersion.Full}");
            return CommandTable.Done;
        }

        if (!CommandTable.IsCommand(args) && FindUnknown(args) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"\"{unknown}\" means nothing here: the server takes settings such as --Campus:TimeZone=Europe/Lisbon. --help tells more.");
            return CommandTable.CalledWrongly;
        }

        return null;
    }

    /// <summary>The first argument of the server that is no setting: neither <c>--key=value</c> nor <c>--key value</c>.</summary>
    internal static string? FindUnknown(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || args[i].Length == 2)
            {
                return args[i];
            }

            if (args[i].Contains('=', StringComparison.Ordinal))
            {
                continue;
            }

            if (i + 1 == args.Count || args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                return args[i];
            }

            i++;
        }

        return null;
    }

    private static string Help() => $"""
        RoomMonitor {ProductVersion.Full}: the rooms of a campus, live.

          (nothing)        starts the server
        {string.Join(Environment.NewLine, CommandTable.Usages.Select(usage => $"  {usage}"))}
          --help           shows this
          --version        shows the version

        Settings stand in appsettings.json beside the program, in environment variables (Campus__TimeZone=Europe/Lisbon) and in arguments
        (--Campus:TimeZone=Europe/Lisbon, --urls=http://localhost:5080), each above the one before. docs/configuration.md lists them.
        """;
}
