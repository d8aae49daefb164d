using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Occupancy;

namespace RoomMonitor.Web.Realtime;

/// <summary>One change of one room, with its status right after it.</summary>
/// <param name="Reservation">What changed, in the form for everybody; also for a deletion, where the wire says null. Null for the passing of time.</param>
/// <param name="ActorId">The user who made the change, who owns what they created. For the circuits alone: it is never sent to anybody.</param>
public sealed record RoomChange(
    RoomChangeKind Kind, RoomStatus Status, RoomStatus Before, ReservationFacts? Reservation = null, int? ActorId = null)
{
    public int RoomId => Status.Room.Id;
}
