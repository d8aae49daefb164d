using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Components.Reservations;
using RoomMonitor.Web.Texts;

namespace RoomMonitor.Web.State.Reservations;

/// <summary>What is said of an act that succeeded.</summary>
internal static class ReservationOutcome
{
    public static string Title(ReservationAct act, Reservation after) => act switch
    {
        _ when after.Status == ReservationStatus.Cancelled => ReservationTexts.Cancelled,
        ReservationAct.EndEarly => ReservationTexts.Ended,
        _ when after.Status == ReservationStatus.Pending => ReservationTexts.ChangedPending,
        ReservationAct.Extend => ReservationTexts.Extended,
        _ => ReservationTexts.Moved,
    };

    /// <summary>Of several occurrences of a series, or of none.</summary>
    public static string Title(ReservationAct act, int count) =>
        act is ReservationAct.Cancel ? ReservationTexts.FormatCancelledMany(count) : ReservationTexts.FormatMovedMany(count);

    /// <summary>The room, the day and the time after the act.</summary>
    public static string Message(string roomName, TimeSlot slot, CampusCalendar calendar) =>
        ReservationWords.Where(roomName, slot, calendar);
}
