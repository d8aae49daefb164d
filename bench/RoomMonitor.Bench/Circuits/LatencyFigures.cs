using System.Diagnostics;
using RoomMonitor.Bench.Browsers;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Circuits;

/// <summary>How long after a request was sent its change was where, in milliseconds.</summary>
/// <param name="Answer">The request was answered.</param>
/// <param name="Batch">A circuit had the render batch that shows it; over all changes and all circuits.</param>
/// <param name="Document">It stood in a real browser's document.</param>
/// <param name="Pixel">The browser began the frame after the one that painted it: up to one frame too long.</param>
internal sealed record LatencyFigures(Distribution Answer, Distribution Batch, Distribution Document, Distribution Pixel)
{
    public static LatencyFigures Of(IReadOnlyList<RoomChange> changes, IReadOnlyList<(RoomChange Change, SeenChange Seen)> seen, PageClock clock) => new(
        Distribution.Of(changes.Select(change => Stopwatch.GetElapsedTime(change.SentAt, change.AnsweredAt).TotalMilliseconds)),
        Distribution.Of(changes.SelectMany(change => change.Latencies)),
        Distribution.Of(seen.Select(pair => clock.Since(pair.Change.SentAt, pair.Seen.Changed))),
        Distribution.Of(seen.Select(pair => clock.Since(pair.Change.SentAt, pair.Seen.Shown))));
}
