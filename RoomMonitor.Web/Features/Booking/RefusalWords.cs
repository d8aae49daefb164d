using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>Why something can't be booked or changed, in the reader's language; the services' own words are those of the API.</summary>
internal static class RefusalWords
{
    /// <summary>All that is wrong; null where it can't be said by field.</summary>
    public static string? Of(InvalidReservationException invalid) =>
        string.Join(" ", invalid.Errors.Keys.Select(OfField).OfType<string>().Distinct()) is { Length: > 0 } text ? text : null;

    /// <param name="field">In the wire's spelling; null comes back for one that no page asks for.</param>
    public static string? OfField(string field) => field switch
    {
        "start" or "start_time" => RefusalTexts.Start,
        "end" or "end_time" => RefusalTexts.FormatEnd(Reservation.MaximumLength.Days),
        "room_id" => RefusalTexts.Room,
        "purpose" => RefusalTexts.FormatPurpose(ReservationDetails.MaximumPurposeLength),
        "attendees" => RefusalTexts.Attendees,
        "recurrence.until" or "recurrence.count" => RefusalTexts.FormatSeriesEnd(RecurrenceRule.MaximumCount),
        "skip" or "recurrence.except_dates" => RefusalTexts.Skip,
        "moves" => RefusalTexts.Moves,
        _ => null,
    };
}
