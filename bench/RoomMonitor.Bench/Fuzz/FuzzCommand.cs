using System.Globalization;
using System.Net.Sockets;
using System.Text;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Fuzz;

/// <summary>
/// <c>fuzz</c>: mutated requests and frames, half each. No request may end in a 5xx or without an answer, the log must have no error, and the
/// server's memory must stay.
/// </summary>
public static class FuzzCommand
{
    private const int FramesPerSocket = 10;
    private const int Thirds = 3;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var (count, seed, workers, rooms) = (options.Number("count", 100_000), options.Number("seed", 1), options.Number("workers", 8), options.Number("rooms", 50));
        var folder = BenchFiles.NewFolder();
        try
        {
            await BenchDatabase.CreateAsync(BenchFiles.RoomMonitor, folder, rooms, rooms * 10);
            await using var server = await MeasuredServer.StartRoomMonitorAsync(
                BenchFiles.RoomMonitor, folder, "WebSockets:LongestOpeningDelay=00:00:00");
            using var signedIn = await server.SignInAsync();
            var counts = new FuzzCounts();
            var resident = new List<long>();
            for (var third = 0; third < Thirds; third++)
            {
                var share = count / Thirds / workers / 2;
                await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() =>
                    WorkAsync(server.Address, signedIn.DefaultRequestHeaders.Authorization!.ToString(), seed + (third * workers) + worker, share, counts))));
                resident.Add(server.Meter.ResidentBytes() / 1024 / 1024);
                await Console.Error.WriteLineAsync($"{counts.Requests + counts.Frames} sent, {resident[^1]} MiB");
            }

            var ratio = Math.Round((double)resident[^1] / resident[^2], 3);
            ResultLine.Write(options, "fuzz", new { count, seed, workers, rooms }, new
            {
                counts.Requests,
                counts.Frames,
                counts.ServerErrors,
                counts.Unanswered,
                server.LoggedErrors,
                residentMib = resident,
                ratios = new { memory = ratio },
            });
            return counts.ServerErrors + counts.Unanswered + server.LoggedErrors == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WorkAsync(Uri server, string authorization, int seed, int share, FuzzCounts counts)
    {
        var (requests, frames) = (new FuzzRequests(seed), new FuzzFrames(seed));
        for (var i = 0; i < share; i++)
        {
            await RequestAsync(server, requests.Next(), i % 2 == 0 ? authorization : null, counts);
        }

        for (var i = 0; i < share; i += FramesPerSocket)
        {
            await ExchangeAsync(server, Upgrade(server), [.. Enumerable.Range(0, FramesPerSocket).SelectMany(_ => frames.Next())]);
            counts.AddFrames(FramesPerSocket);
        }
    }

    private static async Task RequestAsync(Uri server, FuzzRequest request, string? authorization, FuzzCounts counts)
    {
        var head = $"{request.Method} {request.Target} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\nContent-Type: {request.ContentType}\r\n"
            + $"Content-Length: {request.Body.Length}\r\n{(authorization is null ? "" : $"Authorization: {authorization}\r\n")}\r\n";
        var answer = await ExchangeAsync(server, head, request.Body);
        counts.AddRequest();
        if (answer.Length == 0)
        {
            counts.AddUnanswered();
            await Console.Error.WriteLineAsync($"No answer to {request.Method} {request.Target} {Encoding.UTF8.GetString(request.Body)}");
        }
        else if (answer.StartsWith("HTTP/1.1 5", StringComparison.Ordinal))
        {
            counts.AddServerError();
            await Console.Error.WriteLineAsync($"{answer.Split('\r')[0]} to {request.Method} {request.Target} {Encoding.UTF8.GetString(request.Body)}");
        }
    }

    private static string Upgrade(Uri server) => string.Create(
        CultureInfo.InvariantCulture,
        $"GET /ws/rooms/overview/ HTTP/1.1\r\nHost: {server.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

    /// <returns>The beginning of the answer.</returns>
    private static async Task<string> ExchangeAsync(Uri server, string head, byte[] rest)
    {
        using var patience = new CancellationTokenSource(_patience);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, patience.Token);
            await socket.SendAsync(Encoding.ASCII.GetBytes(head), patience.Token);
            await socket.SendAsync(rest, patience.Token);
            var buffer = new byte[512];
            return Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, patience.Token));
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            return "";
        }
    }
}
