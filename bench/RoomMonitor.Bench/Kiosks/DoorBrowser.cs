using System.Text.Json;
using RoomMonitor.Bench.Browsers;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Kiosks;

/// <summary>A real browser on the door panel of one room.</summary>
internal sealed class DoorBrowser : IAsyncDisposable
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    private readonly Chromium _browser;

    private DoorBrowser(Chromium browser) => _browser = browser;

    /// <summary>Returns when it shows that the room is free.</summary>
    public static async Task<DoorBrowser> OpenAsync(Uri page)
    {
        var browser = await Chromium.StartAsync(1280, 800);
        try
        {
            await browser.OpenAsync(page);
            await Task.Delay(3_000);
            using var script = new StreamReader(typeof(DoorBrowser).Assembly.GetManifestResourceStream("DoorWatch.js")!);
            var status = await browser.EvaluateAsync(await script.ReadToEndAsync());
            return status == "available" ? new DoorBrowser(browser) : throw new BenchException($"The door panel shows \"{status}\" for a free room.");
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    public Task<PageClock> ReadClockAsync() => PageClock.ReadAsync(_browser);

    public async Task<IReadOnlyList<SeenTurn>> ReadSeenAsync() =>
        JsonSerializer.Deserialize<SeenTurn[]>(await _browser.EvaluateAsync("JSON.stringify(window.benchSeen)"), _json)!;

    public ValueTask DisposeAsync() => _browser.DisposeAsync();
}
