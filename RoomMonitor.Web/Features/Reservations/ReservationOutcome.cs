using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Booking;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>What is said of an act that succeeded.</summary>
internal static class ReservationOutcome
{
    private const int MostNamed = 5;

    public static string Title(ReservationAct act, Reservation after) => act switch
    {
        // Within its first minute nothing is left of it, so it is cancelled; whoever ended it is told what they did.
        ReservationAct.EndEarly => ReservationTexts.Ended,
        _ when after.Status == ReservationStatus.Cancelled => ReservationTexts.Cancelled,
        _ when after.Status == ReservationStatus.Pending => ReservationTexts.ChangedPending,
        ReservationAct.Extend => ReservationTexts.Extended,
        ReservationAct.Describe => ReservationTexts.Changed,
        _ => ReservationTexts.Moved,
    };

    /// <summary>Of several occurrences of a series, or of none.</summary>
    public static string Title(ReservationAct act, int count) => act switch
    {
        ReservationAct.Cancel => ReservationTexts.FormatCancelledMany(count),
        ReservationAct.Describe => ReservationTexts.FormatChangedMany(count),
        _ => ReservationTexts.FormatMovedMany(count),
    };

    /// <summary>What of the chosen ones was left as it was: "2 kept what had been changed of them alone: Thu 3 Dec, Thu 10 Dec."</summary>
    public static string Kept(IReadOnlyList<Reservation> kept, CampusCalendar calendar)
    {
        var days = string.Join(", ", kept.Take(MostNamed).Select(one => CampusFormats.ShortDay(calendar.DateOf(one.Start))));
        days = kept.Count > MostNamed ? ReservationTexts.FormatAndMore(days, kept.Count - MostNamed) : days;
        return kept.Count == 1 ? ReservationTexts.FormatKeptOne(days) : ReservationTexts.FormatKeptMany(kept.Count, days);
    }

    /// <summary>The room, the day and the time after the act.</summary>
    public static string Message(string roomName, TimeSlot slot, CampusCalendar calendar) =>
        BookingWords.Where(roomName, slot, calendar);
}
