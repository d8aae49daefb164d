using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Occupancy;

namespace RoomMonitor.Web.Realtime;

/// <summary>One change of one room, with its status right after it.</summary>
/// <param name="Action">What somebody did with a reservation; null for the passing of time, or a change of the room itself.</param>
/// <param name="Reservation">What changed, in the form for everybody; also for a deletion, where the wire says null. Null for the passing of time.</param>
/// <param name="ActorId">The user who made the change, who owns what they created. For the circuits alone: it is never sent to anybody.</param>
public sealed record RoomChange(
    ActivityAction? Action, RoomStatus Status, RoomStatus Before, ReservationFacts? Reservation = null, int? ActorId = null)
{
    public static RoomChange OfTime(RoomStatus status, RoomStatus before) => new(null, status, before);

    public int RoomId => Status.Room.Id;
}
