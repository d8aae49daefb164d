using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace RoomMonitor.Tests.Transport;

/// <summary>One connection in HTTP/1.1, by hand.</summary>
internal sealed partial class TransportClient(Socket socket) : IDisposable
{
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromSeconds(60));

    public Task SendAsync(string text) => socket.SendAsync(Encoding.ASCII.GetBytes(text), _deadline.Token).AsTask();

    /// <returns>The answer, its body included; what came of it where the connection ended.</returns>
    public async Task<string> AskAsync(string path)
    {
        try
        {
            await SendAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n");
        }
        catch (SocketException)
        {
            return "";
        }

        var answer = new StringBuilder();
        while (!IsWhole(answer.ToString()) && await ReadAsync() is { Length: > 0 } part)
        {
            answer.Append(part);
        }

        return answer.ToString();
    }

    /// <returns>What comes until the connection ends, whichever way.</returns>
    public async Task<string> ReadToEndAsync()
    {
        var all = new StringBuilder();
        while (await ReadAsync() is { Length: > 0 } part)
        {
            all.Append(part);
        }

        return all.ToString();
    }

    public void Dispose()
    {
        socket.Dispose();
        _deadline.Dispose();
    }

    private async Task<string> ReadAsync()
    {
        var buffer = new byte[4096];
        try
        {
            return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, _deadline.Token));
        }
        catch (SocketException)
        {
            return "";
        }
    }

    private static bool IsWhole(string answer)
    {
        var head = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return head >= 0 && (Length().Match(answer) is { Success: true } length
            ? Encoding.UTF8.GetByteCount(answer[(head + 4)..]) >= int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture)
            : answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"Content-Length: (\d+)\r\n", RegexOptions.IgnoreCase)]
    private static partial Regex Length();
}
