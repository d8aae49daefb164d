using Fluxor;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

public static class RoomsReducers
{
    [ReducerMethod]
    public static RoomsState OnLoaded(RoomsState state, RoomsLoaded action) => Show(state, action.Snapshot, action.At);

    [ReducerMethod]
    public static RoomsState OnUpdated(RoomsState state, RoomsUpdated action) => Show(state, action.Snapshot, action.At);

    [ReducerMethod]
    public static RoomsState OnFeedLost(RoomsState state, RoomsFeedLost action) =>
        state.StaleSince == action.Since ? state : state with { StaleSince = action.Since };

    private static RoomsState Show(RoomsState state, OccupancySnapshot snapshot, DateTime at)
    {
        if (snapshot.Version < state.Snapshot.Version)
        {
            return state;
        }

        // Also for the same version: minutes have passed since.
        var counts = RoomCounts.Of(snapshot, at);
        return ReferenceEquals(snapshot, state.Snapshot) && counts == state.Counts && !state.IsStale
            ? state
            : state with { Snapshot = snapshot, Counts = counts, StaleSince = null };
    }
}
