using System.Collections.Immutable;

namespace RoomMonitor.Web.Realtime;

/// <summary>
/// What changed in one instant (one transaction, or one transition of the clock), and the board after it.
/// </summary>
/// <param name="RoomsChanged">Rooms came, went, or changed their description: lists of rooms are to be built anew.</param>
public sealed record OccupancyUpdate(OccupancySnapshot Snapshot, ImmutableArray<RoomChange> Changes, bool RoomsChanged = false);
