using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>Why something can't be booked or changed, in the reader's language.</summary>
internal static class RefusalWords
{
    /// <summary>Of a booking, for which nothing is known of what nobody foresaw (null).</summary>
    public static (string Title, string Text) OfBooking(RefusalKind? refusal) => refusal switch
    {
        RefusalKind.SignedOut or RefusalKind.NotAllowed => (BookingTexts.SignedOutTitle, BookingTexts.SignedOutText),
        RefusalKind.TooMany => (BookingTexts.BusyTitle, BookingTexts.TooManyText),
        RefusalKind.Busy => (BookingTexts.BusyTitle, BookingTexts.BusyText),
        RefusalKind.Taken or RefusalKind.Closed or RefusalKind.SeriesTaken => (BookingTexts.BusyTitle, RefusalTexts.TakenMeanwhile),
        _ => (BookingTexts.UnclearTitle, BookingTexts.UnclearText),
    };

    /// <summary>Of a change.</summary>
    public static string OfChange(RefusalKind? refusal) => refusal switch
    {
        RefusalKind.SignedOut => RefusalTexts.SignedOut,
        RefusalKind.NotAllowed => RefusalTexts.NotAllowed,
        RefusalKind.Gone => RefusalTexts.Gone,
        RefusalKind.Taken => RefusalTexts.Taken,
        RefusalKind.Closed => RefusalTexts.Closed,
        RefusalKind.SeriesTaken => RefusalTexts.SeriesTaken,
        RefusalKind.NotChangeable => RefusalTexts.Transition,
        RefusalKind.MovedMeanwhile => RefusalTexts.MovedMeanwhile,
        RefusalKind.Busy => RefusalTexts.Busy,
        RefusalKind.TooMany => BookingTexts.TooManyText,
        _ => RefusalTexts.Failed,
    };

    /// <summary>All that is wrong.</summary>
    public static string Of(InvalidReservationException invalid) => string.Join(" ", invalid.Errors.Select(Of).Distinct());

    /// <summary>A sentence that stands by itself.</summary>
    public static string Of(ReservationError error) => error.Field switch
    {
        _ when error.Problem == ReservationProblem.HiddenCharacter => Beside(error),
        ReservationField.Start => RefusalTexts.Start,
        ReservationField.End => RefusalTexts.FormatEnd(Reservation.MaximumLength.Days),
        ReservationField.Room => RefusalTexts.Room,
        ReservationField.Purpose => RefusalTexts.FormatPurpose(ReservationDetails.MaximumPurposeLength),
        ReservationField.Attendees => RefusalTexts.Attendees,
        ReservationField.Until or ReservationField.Count => RefusalTexts.FormatSeriesEnd(RecurrenceRule.MaximumCount),
        ReservationField.Skip or ReservationField.ExceptDates => RefusalTexts.Skip,
        ReservationField.Moves => RefusalTexts.Moves,
        _ => RefusalTexts.Other,
    };

    /// <summary>What is said beside the field that it is about.</summary>
    public static string Beside(ReservationError error) => error.Problem switch
    {
        ReservationProblem.StartsInThePast or ReservationProblem.EndsInThePast => BookingTexts.StartPast,
        ReservationProblem.TooFarAhead => BookingTexts.DayTooFar,
        ReservationProblem.EndNotAfterStart => BookingTexts.EndNotAfterStart,
        ReservationProblem.TooLong => BookingTexts.FormatTooLong(Reservation.MaximumLength.Days),
        ReservationProblem.PurposeMissing => BookingTexts.PurposeMissing,
        ReservationProblem.TextTooLong => BookingTexts.FormatPurposeTooLong(ReservationDetails.MaximumPurposeLength),
        ReservationProblem.HiddenCharacter => CommonTexts.FormatHiddenCharacter(HiddenCharacters.NameOf(error.Letter!.Value)),
        ReservationProblem.NoPeople => BookingTexts.PeopleMissing,
        ReservationProblem.TooManyPeople =>
            BookingTexts.FormatPeopleTooMany(BidiText.Isolated(error.Room!.Name), BookingWords.Seats(error.Room)),
        _ => Of(error),
    };
}
