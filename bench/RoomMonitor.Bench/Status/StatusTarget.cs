using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Status;

/// <summary>One way to read the status of all rooms from one server.</summary>
/// <param name="Encoding">What <c>Accept-Encoding</c> says; null for none.</param>
/// <param name="IsKnown">Whether the client has it already, and says so with <c>If-None-Match</c>.</param>
public sealed record StatusTarget(string Name, MeasuredServer Server, string? Encoding = null, bool IsKnown = false)
{
    private static readonly TimeSpan _margin = TimeSpan.FromSeconds(1);

    private readonly Uri _address = new(Server.Address, "api/rooms/status/");

    public async Task<StatusFigures> MeasureAsync(int seconds)
    {
        while (true)
        {
            await WaitForRoomInTheMinuteAsync(TimeSpan.FromSeconds(seconds) + _margin);
            var (tag, bytes) = await ReadAsync();
            Server.Meter.CpuSeconds();
            var before = Server.Meter.CpuSeconds();
            var requests = await Wrk.RunAsync(_address, seconds, Headers(tag));
            var cpu = Server.Meter.CpuSeconds() - before;

            // Another tag: some of those answers were bodies.
            if (!IsKnown || (await ReadAsync()).Tag == tag)
            {
                return new StatusFigures(Median.Significant(1e6 * cpu / requests), Median.Significant((double)requests / seconds), IsKnown ? 0 : bytes);
            }
        }
    }

    /// <summary>Minutes pass in the body at full minutes, and with them its tag.</summary>
    private async Task WaitForRoomInTheMinuteAsync(TimeSpan length)
    {
        var left = TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (DateTime.UtcNow.Ticks % TimeSpan.TicksPerMinute));
        if (IsKnown && left < length)
        {
            await Task.Delay(left + _margin);
        }
    }

    private async Task<(string? Tag, long Bytes)> ReadAsync()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, _address);
        foreach (var header in Headers(null))
        {
            request.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ")[1]);
        }

        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (answer.Headers.ETag?.ToString(), answer.Content.Headers.ContentLength ?? 0);
    }

    private IEnumerable<string> Headers(string? tag)
    {
        if (Encoding is not null)
        {
            yield return $"Accept-Encoding: {Encoding}";
        }

        if (IsKnown && tag is not null)
        {
            yield return $"If-None-Match: {tag}";
        }
    }
}
