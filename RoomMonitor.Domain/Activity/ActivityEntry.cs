using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Domain.Activity;

/// <summary>
/// One line of the activity log, written in the transaction of the change that it tells of. The log is the outbox too: for a
/// reservation it holds the facts after the change, so that whoever tails it needs no other table.
/// </summary>
public sealed class ActivityEntry
{
    public long Id { get; private set; }

    public required ActivityAction Action { get; init; }

    public required int RoomId { get; init; }

    /// <summary>The room that a moved reservation left.</summary>
    public int? PreviousRoomId { get; init; }

    /// <summary>Null for what concerns the room itself.</summary>
    public int? ReservationId { get; init; }

    public int? UserId { get; init; }

    public required string UserName { get; init; }

    /// <summary>For the administrators' log: the purpose of a reservation, the name of a room.</summary>
    public required string Detail { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The reservation after the change (before it, for a deletion); null for what concerns the room itself.</summary>
    public ReservationFacts? Reservation { get; init; }

    public static ActivityEntry Of(ReservationEvent happened) => new()
    {
        Action = happened.Action,
        RoomId = happened.Reservation.RoomId,
        PreviousRoomId = happened.PreviousRoomId,
        ReservationId = happened.Reservation.Id,
        UserId = happened.Actor.UserId,
        UserName = happened.Actor.Name,
        Detail = happened.Reservation.Purpose,
        CreatedAt = happened.At,
        Reservation = ReservationFacts.Of(happened.Reservation),
    };

    public static ActivityEntry Of(ActivityAction action, Room room, Actor actor, DateTime at) => new()
    {
        Action = action,
        RoomId = room.Id,
        UserId = actor.UserId,
        UserName = actor.Name,
        Detail = room.Name,
        CreatedAt = at,
    };
}
