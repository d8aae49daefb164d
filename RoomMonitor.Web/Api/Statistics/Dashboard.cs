using Microsoft.Extensions.Caching.Memory;
using RoomMonitor.Data.Statistics;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Api.Statistics;

/// <summary>The campus in figures: counted by whoever asks first, then kept for <see cref="KeptFor"/>.</summary>
internal sealed class Dashboard(
    IMemoryCache cache,
    StatisticsQueries statistics,
    OccupancyBroadcaster broadcaster,
    CampusCalendar calendar,
    TimeProvider time,
    [FromKeyedServices(CampusTime.Key)] TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _counting = new(1);

    public async Task<WireDashboard> GetAsync(CancellationToken cancellationToken)
    {
        if (Find() is { } known)
        {
            return known;
        }

        // One at a time: all who ask meanwhile want the same figures.
        await _counting.WaitAsync(cancellationToken);
        try
        {
            return Find() ?? Keep(await CountAsync(cancellationToken));
        }
        finally
        {
            _counting.Release();
        }
    }

    public void Dispose() => _counting.Dispose();

    private WireDashboard? Find() => cache.TryGetValue(nameof(Dashboard), out Entry? entry) && time.GetUtcNow() < entry!.Until ? entry.Figures : null;

    /// <summary>The entry knows its own end, by the server's clock; the cache's expiry only frees what nobody asks for any more.</summary>
    private WireDashboard Keep(WireDashboard figures)
    {
        cache.Set(nameof(Dashboard), new Entry(figures, time.GetUtcNow() + KeptFor), new MemoryCacheEntryOptions
        {
            AbsoluteExpirationRelativeToNow = KeptFor,
        });
        return figures;
    }

    private async Task<WireDashboard> CountAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var counts = await statistics.CountAsync(now, calendar.DayOf(now), cancellationToken);
        var rooms = broadcaster.PublishDue().Rooms;
        var occupied = rooms.Count(room => room.Status.IsOccupied);
        return new WireDashboard
        {
            TotalRooms = rooms.Count,
            TotalReservations = counts.Total,
            TodayReservations = counts.Today,
            OccupancyRate = rooms.Count == 0 ? 0 : Math.Round(100.0 * occupied / rooms.Count, 1),
            OccupiedRooms = occupied,
            PopularRooms = [.. counts.PopularRooms.Select(room => new WirePopularRoom(room.Id, room.Name, room.Building, room.Reservations))],
            AvgAttendees = Math.Round(counts.AverageAttendees, 1),
            UpcomingWeekCount = counts.UpcomingWeek,
            Timestamp = now,
        };
    }

    private sealed record Entry(WireDashboard Figures, DateTimeOffset Until);
}
