using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Kiosk;

/// <summary>
/// What holds a room today and within the next 24 hours, as its own screen may know: with who came, and with purpose and organiser where it
/// may show them. From the database, since the board knows nothing about people.
/// </summary>
internal sealed class KioskSchedules(
    OccupancyBroadcaster board, ReservationQueries queries, CampusCalendar calendar, [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
{
    private static readonly TimeSpan _ahead = TimeSpan.FromHours(24);

    public async Task<WireKioskSchedule> OfAsync(int roomId, KioskDeviceView device, CancellationToken cancellationToken)
    {
        var room = board.Current.Find(roomId)?.Room ?? throw ApiException.NotFound($"There is no room {roomId}.");
        var now = clock.GetUtcNow().UtcDateTime;
        var window = new TimeSlot(calendar.DayOf(now).Start, now + _ahead);
        var (reservations, closures) = await queries.OfRoomAsync(roomId, window, cancellationToken);
        var maySee = KioskViews.MaySee(device, roomId);
        var slots = reservations.Select(row => new WireKioskSlot(
                row.Reservation.Start,
                row.Reservation.End,
                WireKioskSlot.Reservation,
                row.Reservation.Status,
                row.Reservation.Attendees,
                row.Reservation.Id,
                row.Reservation.CheckedInAt)
            {
                Purpose = maySee ? row.Reservation.Purpose : null,
                Organiser = maySee ? row.UserName : null,
            })
            .Concat(closures.Select(closure => new WireKioskSlot(closure.Start, closure.End, WireKioskSlot.Closure, null, 0, null, null)))
            .OrderBy(slot => slot.Start);
        return new WireKioskSchedule(
            room.Id, room.Name, room.Building, room.Floor, room.Capacity, window.Start, window.End, [.. slots], now);
    }
}
