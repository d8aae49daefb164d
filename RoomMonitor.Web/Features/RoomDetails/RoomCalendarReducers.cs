using Fluxor;

namespace RoomMonitor.Web.Features.RoomDetails;

public static class RoomCalendarReducers
{
    /// <summary>What is known of the room stays until the new week is read: today is in it.</summary>
    [ReducerMethod]
    public static RoomCalendarState OnOpened(RoomCalendarState state, RoomCalendarOpened action) => state.RoomId == action.RoomId
        ? state with { FirstDay = action.FirstDay, HasFailed = false }
        : state with { RoomId = action.RoomId, FirstDay = action.FirstDay, Read = [], Entries = [], HasFailed = false };

    [ReducerMethod]
    public static RoomCalendarState OnClosed(RoomCalendarState state, RoomCalendarClosed action) =>
        state.RoomId == action.RoomId ? state with { RoomId = 0, Read = [], Entries = [], HasFailed = false } : state;

    [ReducerMethod]
    public static RoomCalendarState OnRead(RoomCalendarState state, RoomCalendarRead action) => IsShown(state, action.RoomId, action.FirstDay)
        ? state with { Read = action.Slots, Entries = action.Entries, HasFailed = false }
        : state;

    [ReducerMethod]
    public static RoomCalendarState OnFailed(RoomCalendarState state, RoomCalendarFailed action) =>
        IsShown(state, action.RoomId, action.FirstDay) ? state with { HasFailed = true } : state;

    private static bool IsShown(RoomCalendarState state, int roomId, DateOnly firstDay) => state.RoomId == roomId && state.FirstDay == firstDay;
}
