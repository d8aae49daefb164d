using System.Diagnostics;
using System.Globalization;

namespace RoomMonitor.Bench.Browsers;

/// <summary>How a page's <c>performance.now()</c> stands to our <see cref="Stopwatch"/>: both run on the machine's monotonic clock from different zeros.</summary>
/// <param name="Offset">Ours minus the page's, in milliseconds.</param>
/// <param name="Uncertainty">Half of the round trip that it was taken in.</param>
internal sealed record PageClock(double Offset, double Uncertainty)
{
    /// <summary>Of many questions the one that was answered fastest.</summary>
    public static async Task<PageClock> ReadAsync(Chromium browser)
    {
        var best = new PageClock(0, double.MaxValue);
        for (var i = 0; i < 50; i++)
        {
            var asked = Ours(Stopwatch.GetTimestamp());
            var page = double.Parse(await browser.EvaluateAsync("performance.now().toString()"), CultureInfo.InvariantCulture);
            var answered = Ours(Stopwatch.GetTimestamp());
            var half = (answered - asked) / 2;
            best = half < best.Uncertainty ? new PageClock(asked + half - page, half) : best;
        }

        return best;
    }

    /// <summary>Milliseconds from one of our stamps to one of the page's.</summary>
    public double Since(long stamp, double page) => page + Offset - Ours(stamp);

    private static double Ours(long stamp) => stamp * 1000.0 / Stopwatch.Frequency;
}
