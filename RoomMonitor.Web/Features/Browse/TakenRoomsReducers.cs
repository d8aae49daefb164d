using Fluxor;

namespace RoomMonitor.Web.Features.Browse;

public static class TakenRoomsReducers
{
    [ReducerMethod]
    public static TakenRoomsState OnRequested(TakenRoomsState state, TakenRoomsRequested action) =>
        state with { Asked = action.Slot, HasFailed = false };

    [ReducerMethod]
    public static TakenRoomsState OnLoaded(TakenRoomsState state, TakenRoomsLoaded action) =>
        state.Asked == action.Rooms.Slot ? state with { Rooms = action.Rooms, HasFailed = false } : state;

    [ReducerMethod]
    public static TakenRoomsState OnFailed(TakenRoomsState state, TakenRoomsFailed action) =>
        state.Asked == action.Slot ? state with { HasFailed = true } : state;
}
