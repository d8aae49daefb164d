using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Growth;

/// <summary>Books one reservation after the other over REST, each in a slot that the database of <see cref="BenchDatabase"/> has free.</summary>
public sealed class BookingLoad(HttpClient client, ProcessMeter server, int rooms)
{
    /// <summary>Of five minutes each, in the 65 that are free behind each reservation.</summary>
    private const int SlotsPerGap = 11;

    private const int SlotsPerDay = SlotsPerGap * BenchDatabase.PerDay;

    private int _booked;

    public async Task<BookingFigures> MeasureAsync(int count)
    {
        var latencies = new List<double>(count);
        server.CpuSeconds();
        var before = server.CpuSeconds();
        for (var i = 0; i < count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await BookAsync();
            latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var cpu = server.CpuSeconds() - before;
        var latency = Distribution.Of(latencies);
        return new BookingFigures(Median.Significant(1e6 * cpu / count), latency.P50, latency.P95);
    }

    private async Task BookAsync()
    {
        var (room, nth) = (_booked % rooms, _booked / rooms);
        _booked++;
        var day = DateTime.UtcNow.Date.AddDays(1 + (nth / SlotsPerDay));
        var start = BenchDatabase.StartOf(day, room, nth % BenchDatabase.PerDay).AddMinutes(60 + (5 * (nth % SlotsPerDay / BenchDatabase.PerDay)));
        using var answer = await client.PostAsJsonAsync("api/reservations/", new
        {
            room_id = room + 1,
            start = Instant(start),
            end = Instant(start.AddMinutes(5)),
            purpose = "Bench",
            attendees = 3,
        });
        if (!answer.IsSuccessStatusCode)
        {
            throw new BenchException($"A booking failed: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
