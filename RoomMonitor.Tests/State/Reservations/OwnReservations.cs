using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Reservations;

namespace RoomMonitor.Tests.State.Reservations;

/// <summary>Reservations of one's own for tests; minutes count from <see cref="TestBoard.Start"/>.</summary>
internal static class OwnReservations
{
    public static OwnReservation Of(int id, int fromMinutes, int toMinutes, ReservationStatus status = ReservationStatus.Confirmed, int roomId = 1) => new()
    {
        Id = id,
        RoomId = roomId,
        RoomName = $"Room {roomId:000}",
        Building = "Main Building",
        Floor = 1,
        RequiresApproval = false,
        Slot = new TimeSlot(TestBoard.Start.AddMinutes(fromMinutes), TestBoard.Start.AddMinutes(toMinutes)),
        Purpose = $"Purpose {id}",
        Attendees = 4,
        Status = status,
        SeriesId = null,
    };
}
