using System.Collections.Immutable;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.State.Rooms;

/// <summary>Rooms changed; all that arrived since the last batch, as one.</summary>
/// <param name="ChangedRoomIds">The rooms that show something else than in the batch before.</param>
/// <param name="At">The campus instant of reading.</param>
public sealed record RoomsUpdated(OccupancySnapshot Snapshot, ImmutableHashSet<int> ChangedRoomIds, DateTime At);
