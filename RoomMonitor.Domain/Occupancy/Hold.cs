using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Domain.Occupancy;

/// <summary>Something that holds a room for a time: a reservation that isn't cancelled, or a blackout (no reservation id).</summary>
public sealed record Hold(TimeSlot Slot, int? ReservationId, int Attendees, bool IsPending = false)
{
    public bool IsBlackout => ReservationId is null;

    public static Hold Of(ReservationFacts reservation) =>
        new(reservation.Slot, reservation.Id, reservation.Attendees, reservation.Status == ReservationStatus.Pending);

    public static Hold Of(Blackout blackout) => new(blackout.Slot, null, 0);
}
