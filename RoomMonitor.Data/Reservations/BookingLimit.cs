using Microsoft.EntityFrameworkCore;

namespace RoomMonitor.Data.Reservations;

/// <summary>
/// How often one person books within an hour: a stolen account, or a script gone wrong, can't take the campus. A series counts once;
/// administrators, imports and screens aren't counted.
/// </summary>
/// <param name="mostPerHour">Setting <c>Booking:MostPerHour</c>; 0 for no limit.</param>
public sealed class BookingLimit(int mostPerHour)
{
    private static readonly TimeSpan _window = TimeSpan.FromHours(1);

    public int MostPerHour => mostPerHour;

    /// <summary>Somebody has met the limit. On the thread of the request.</summary>
    public event Action<BookingLimitException>? Reached;

    /// <summary>What has to be locked besides the rooms, so that bookings at the same time are counted one after the other.</summary>
    internal IEnumerable<int> LocksOf(Caller caller) => CountedUser(caller) is { } userId ? [-userId] : [];

    /// <summary>Within the transaction that books.</summary>
    /// <exception cref="BookingLimitException">One more would be too many.</exception>
    internal async Task RequireAsync(RoomMonitorDbContext context, Caller caller, DateTime now, CancellationToken cancellationToken)
    {
        if (CountedUser(caller) is not { } userId)
        {
            return;
        }

        var since = now - _window;
        var single = context.Reservations.Where(reservation => reservation.UserId == userId && reservation.SeriesId == null && reservation.CreatedAt > since)
            .Select(reservation => reservation.CreatedAt);
        var series = context.Series.Where(one => one.UserId == userId && one.CreatedAt > since).Select(one => one.CreatedAt);
        var booked = single.Concat(series);
        if (await booked.CountAsync(cancellationToken) >= mostPerHour)
        {
            var freed = await booked.OrderDescending().Skip(mostPerHour - 1).FirstAsync(cancellationToken) + _window;
            var reached = new BookingLimitException(caller.Actor, mostPerHour, freed - now);
            Reached?.Invoke(reached);
            throw reached;
        }
    }

    private int? CountedUser(Caller caller) => mostPerHour > 0 && !caller.IsAdministrator && caller.Kiosk is null ? caller.Actor.UserId : null;
}
