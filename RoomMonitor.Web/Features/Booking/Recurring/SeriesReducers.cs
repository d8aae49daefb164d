using Fluxor;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>Answers to anything but the present draft come too late and are dropped.</summary>
public static class SeriesReducers
{
    [ReducerMethod]
    public static SeriesState OnPreviewRequested(SeriesState state, SeriesPreviewRequested action) =>
        state with { Draft = action.Draft, IsChecked = false, IsBooking = false, Refusal = null, Booked = null, Alternatives = state.Alternatives.Clear() };

    [ReducerMethod]
    public static SeriesState OnPreviewed(SeriesState state, SeriesPreviewed action) =>
        IsPresent(state, action.Draft) ? state with { Preview = action.Preview, IsChecked = true } : state;

    [ReducerMethod]
    public static SeriesState OnAlternativesFound(SeriesState state, SeriesAlternativesFound action) =>
        IsPresent(state, action.Draft) ? state with { Alternatives = state.Alternatives.SetItem(action.Day, action.Alternatives) } : state;

    [ReducerMethod]
    public static SeriesState OnRefused(SeriesState state, SeriesRefused action) =>
        IsPresent(state, action.Draft) ? state with { IsBooking = false, Refusal = action.Reason } : state;

    [ReducerMethod]
    public static SeriesState OnBookingRequested(SeriesState state, SeriesBookingRequested action) =>
        state with { Draft = action.Draft, IsBooking = true, Refusal = null };

    [ReducerMethod]
    public static SeriesState OnBooked(SeriesState state, SeriesBooked action) =>
        IsPresent(state, action.Draft) ? state with { IsBooking = false, Booked = action.Occurrences, SeriesId = action.SeriesId } : state;

    [ReducerMethod(typeof(SeriesDismissed))]
    public static SeriesState OnDismissed(SeriesState state) =>
        state.Draft is null ? state : state with { Draft = null, Preview = null, IsChecked = false, IsBooking = false, Refusal = null, Booked = null, Alternatives = state.Alternatives.Clear() };

    private static bool IsPresent(SeriesState state, SeriesDraft draft) => ReferenceEquals(state.Draft, draft);
}
