using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// The live rooms as this circuit knows them: the board's own snapshot, shared by reference with all other circuits. Starts with what
/// the board shows (<see cref="RoomsFeature"/>), so that a prerender has real rooms; afterwards <see cref="OccupancyFeed"/> feeds it.
/// </summary>
public sealed record RoomsState
{
    private RoomsState()
    {
    }

    /// <summary>All active rooms. Version 0: nothing was loaded yet.</summary>
    public required OccupancySnapshot Snapshot { get; init; }

    public required RoomCounts Counts { get; init; }

    /// <summary>The campus instant of the last news from the feed; null while it is well.</summary>
    public DateTime? StaleSince { get; init; }

    public bool IsLoaded => Snapshot.Version > 0;

    public bool IsStale => StaleSince is not null;

    public static RoomsState Of(OccupancySnapshot snapshot, DateTime now) =>
        new() { Snapshot = snapshot, Counts = RoomCounts.Of(snapshot, now) };
}
