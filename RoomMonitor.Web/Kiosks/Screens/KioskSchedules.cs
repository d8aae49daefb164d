using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Kiosks.Screens;

/// <summary>
/// A room's schedule as its own screen may know it: with who came, and with purpose and organiser where it may show them. These are from the
/// database, since the board knows nothing about people.
/// </summary>
internal sealed class KioskSchedules(
    OccupancyBroadcaster board, ReservationQueries queries, CampusCalendar calendar, [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
{
    public async Task<WireSchedule> OfAsync(int roomId, KioskDeviceView device, CancellationToken cancellationToken)
    {
        var room = board.Snapshot.Find(roomId) ?? throw ApiException.NotFound($"There is no room {roomId}.");
        var schedule = WireSchedule.Of(room.Schedule, calendar, clock.GetUtcNow().UtcDateTime);
        if (schedule.Slots.Count == 0)
        {
            return schedule;
        }

        var told = new TimeSlot(schedule.Slots[0].Start, schedule.Slots.Max(slot => slot.End));
        var (rows, _) = await queries.OfRoomAsync(roomId, told, cancellationToken);
        var known = rows.ToDictionary(row => row.Reservation.Id);
        return schedule with { Slots = [.. schedule.Slots.Select(slot => slot.ReservationId is { } id ? Detailed(slot, known.GetValueOrDefault(id), device) : slot)] };
    }

    private static WireScheduleSlot Detailed(WireScheduleSlot slot, ReservationRow? row, KioskDeviceView device) =>
        row is null ? slot
        : slot with
        {
            CheckedIn = row.Reservation.CheckedInAt is not null,
            Purpose = device.ShowsDetails ? row.Reservation.Purpose : null,
            Organiser = device.ShowsDetails ? row.UserName : null,
        };
}
