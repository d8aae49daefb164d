using Fluxor;

namespace RoomMonitor.Web.Features.RoomDetails.Presence;

public static class PresenceReducers
{
    [ReducerMethod]
    public static PresenceState OnChanged(PresenceState state, PresenceChanged action) =>
        state.RoomId == action.RoomId && state.Others == action.Others && state.Picks.SequenceEqual(action.Picks)
            ? state
            : state with { RoomId = action.RoomId, Others = action.Others, Picks = action.Picks };
}
