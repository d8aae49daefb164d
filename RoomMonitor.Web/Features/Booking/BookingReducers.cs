using Fluxor;

namespace RoomMonitor.Web.Features.Booking;

public static class BookingReducers
{
    [ReducerMethod]
    public static BookingState OnRequested(BookingState state, BookingRequested action) => state with
    {
        UnderWay = state.UnderWay.Add(action.Request.Intent),
        Refusal = null,
        Failure = null,
    };

    [ReducerMethod]
    public static BookingState OnSucceeded(BookingState state, BookingSucceeded action) => Answered(state, action.Request) with
    {
        Success = action,
        Conflict = state.Conflict?.Request.Intent == action.Request.Intent ? null : state.Conflict,
    };

    [ReducerMethod]
    public static BookingState OnRefused(BookingState state, BookingRefused action) => Answered(state, action.Request) with { Refusal = action };

    [ReducerMethod]
    public static BookingState OnConflicted(BookingState state, BookingConflicted action) => Answered(state, action.Conflict.Request) with
    {
        Conflict = action.Conflict,
    };

    [ReducerMethod]
    public static BookingState OnFailed(BookingState state, BookingFailed action) => Answered(state, action.Request) with { Failure = action };

    [ReducerMethod(typeof(BookingConflictDismissed))]
    public static BookingState OnDismissed(BookingState state) => state with { Conflict = null };

    private static BookingState Answered(BookingState state, BookingRequest request) => state with { UnderWay = state.UnderWay.Remove(request.Intent) };
}
