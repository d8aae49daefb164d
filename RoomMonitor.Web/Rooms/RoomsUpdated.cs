using System.Collections.Immutable;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>Rooms changed; all that arrived since the last batch, as one.</summary>
/// <param name="ChangedRoomIds">The rooms that show something else than in the batch before.</param>
/// <param name="At">The campus instant of reading.</param>
public sealed record RoomsUpdated(OccupancySnapshot Snapshot, ImmutableHashSet<int> ChangedRoomIds, DateTime At)
{
    /// <summary>What the board told, reservations beyond its window among it.</summary>
    public OccupancyBatch? Batch { get; init; }

    /// <summary>Whether something was told of a room's reservations, or may have been.</summary>
    public bool TellsOfReservationsIn(int roomId) =>
        Batch is { } batch && (batch.Overflowed || batch.Updates.Any(update => update.Changes.Any(change => change.RoomId == roomId && change.Reservation is not null)));
}
