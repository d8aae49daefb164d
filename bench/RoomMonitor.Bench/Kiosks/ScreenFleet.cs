using System.Net.Http.Json;
using RoomMonitor.Bench.Core;
using RoomMonitor.Bench.Sockets;

namespace RoomMonitor.Bench.Kiosks;

/// <summary>
/// Screens as their pages behave: the page once, a socket, a stream of the device's events, a report each minute and the schedule each
/// five. What they paint is left out.
/// </summary>
internal sealed class ScreenFleet : IAsyncDisposable
{
    private static readonly TimeSpan _reportEvery = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _connectTimeout = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _client;
    private readonly SocketSwarm _swarm;
    private readonly List<Task> _lives = [];
    private int _failures;

    private ScreenFleet(Uri server)
    {
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        _swarm = new SocketSwarm(server);
    }

    /// <summary>Requests that were refused, and streams that ended.</summary>
    public int Failures => _failures;

    public static async Task<ScreenFleet> OpenAsync(MeasuredServer server, IReadOnlyList<RegisteredScreen> screens)
    {
        var fleet = new ScreenFleet(server.Address);
        await Parallel.ForEachAsync(screens, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (screen, stop) =>
        {
            using var page = await fleet.SendAsync(screen, HttpMethod.Get, screen.Page, null, stop);
        });
        var sockets = await fleet._swarm.OpenAsync(screens.Count, nth => screens[nth].Socket, _connectTimeout);
        if (sockets.Any(socket => socket.OpenedAt == 0))
        {
            throw new BenchException("Not every screen got its socket.");
        }

        fleet._lives.AddRange(screens.Select(screen => fleet.FollowAsync(screen)));
        fleet._lives.AddRange(screens.Select(screen => fleet.ReportAsync(screen)));
        return fleet;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_lives);
        await _swarm.DisposeAsync();
        _client.Dispose();
        _stop.Dispose();
    }

    /// <summary>The stream of what an administrator asks of the screen.</summary>
    private Task FollowAsync(RegisteredScreen screen) => UntilStoppedAsync(async () =>
    {
        using var answer = await SendAsync(screen, HttpMethod.Get, "kiosk/device/events/", null, _stop.Token);
        await using var events = await answer.Content.ReadAsStreamAsync(_stop.Token);
        var buffer = new byte[64];
        while (await events.ReadAsync(buffer, _stop.Token) > 0)
        {
        }

        throw new BenchException("A stream of events ended.");
    });

    private Task ReportAsync(RegisteredScreen screen) => UntilStoppedAsync(async () =>
    {
        var nth = Random.Shared.Next(5);
        await Task.Delay(_reportEvery * Random.Shared.NextDouble(), _stop.Token);
        while (true)
        {
            using var report = await SendAsync(screen, HttpMethod.Post, "kiosk/device/report/", Facts(screen), _stop.Token);
            if (nth++ % 5 == 0)
            {
                using var schedule = await SendAsync(screen, HttpMethod.Get, screen.Schedule, null, _stop.Token);
            }

            await Task.Delay(_reportEvery, _stop.Token);
        }
    });

    private async Task UntilStoppedAsync(Func<Task> life)
    {
        try
        {
            await life();
        }
        catch (Exception exception)
        {
            if (!_stop.IsCancellationRequested)
            {
                Interlocked.Increment(ref _failures);
                await Console.Error.WriteLineAsync(exception.Message);
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(RegisteredScreen screen, HttpMethod method, string address, object? body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Cookie", $"roommonitor-kiosk={screen.Token}");
        var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        return answer.IsSuccessStatusCode ? answer : throw new BenchException($"{method} {address}: {(int)answer.StatusCode}");
    }

    private static object Facts(RegisteredScreen screen) => new
    {
        page = $"/{screen.Page}",
        version = "bench",
        width = 1280,
        height = 800,
        skew_ms = 12,
        data_age_ms = 4000,
        connection = "live",
        freshness_ms = Enumerable.Range(40, 20),
        unseen = 0,
    };
}
