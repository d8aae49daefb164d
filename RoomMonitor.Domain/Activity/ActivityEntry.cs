using RoomMonitor.Domain.Reservations;

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

    /// <summary>For the administrators' log; may name what was booked.</summary>
    public required string Description { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The reservation after the change (before it, for a deletion); null for what concerns the room itself.</summary>
    public ReservationFacts? Reservation { get; init; }
}
