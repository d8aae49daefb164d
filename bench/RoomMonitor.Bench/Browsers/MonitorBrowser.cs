using System.Text.Json;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Browsers;

/// <summary>A real browser on /monitor, in a window so high that all rooms the circuits show are in sight.</summary>
internal sealed class MonitorBrowser : IAsyncDisposable
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    private readonly Chromium _browser;

    private MonitorBrowser(Chromium browser) => _browser = browser;

    /// <summary>The rooms that are in the window, in the order of the list.</summary>
    public IReadOnlyList<int> Rooms { get; private set; } = [];

    /// <summary>Returns when the circuit lives and the cards are watched.</summary>
    public static async Task<MonitorBrowser> OpenAsync(Uri page)
    {
        var browser = new MonitorBrowser(await Chromium.StartAsync(1440, 2000));
        try
        {
            await browser._browser.OpenAsync(page);
            await browser.WaitUntilLiveAsync();
            using var script = new StreamReader(typeof(MonitorBrowser).Assembly.GetManifestResourceStream("PixelWatch.js")!);
            browser.Rooms = JsonSerializer.Deserialize<int[]>(await browser._browser.EvaluateAsync(await script.ReadToEndAsync()))!;
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    public Task<PageClock> ReadClockAsync() => PageClock.ReadAsync(_browser);

    public async Task<IReadOnlyList<SeenChange>> ReadSeenAsync() =>
        JsonSerializer.Deserialize<SeenChange[]>(await _browser.EvaluateAsync("JSON.stringify(window.benchSeen)"), _json)!;

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    private async Task WaitUntilLiveAsync()
    {
        for (var i = 0; i < 300; i++)
        {
            if (await _browser.EvaluateAsync("document.documentElement?.dataset.connection ?? ''") == "live")
            {
                // The list is measured and cut anew after that.
                await Task.Delay(1_000);
                return;
            }

            await Task.Delay(100);
        }

        throw new BenchException("The browser's circuit did not come alive.");
    }
}
