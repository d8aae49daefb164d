using System.Globalization;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Booking;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>What screens say about a reservation of one's own, in the reader's language.</summary>
internal static class ReservationWords
{
    /// <summary>"Room 2.14, Thu 26 Nov, 14:00–15:00": enough to know which one.</summary>
    public static string Name(OwnReservation reservation, CampusCalendar calendar) => BookingWords.Where(reservation.RoomName, reservation.Slot, calendar);

    /// <summary>"Today", "Tomorrow", else the day.</summary>
    public static string Day(DateTime instant, CampusCalendar calendar, DateTime now)
    {
        var date = calendar.DateOf(instant);
        return (date.DayNumber - calendar.DateOf(now).DayNumber) switch
        {
            0 => CommonTexts.Today,
            1 => CommonTexts.Tomorrow,
            _ => CampusFormats.ShortDay(date),
        };
    }

    public static string People(int count) =>
        count == 1 ? ReservationTexts.PeopleOne : ReservationTexts.FormatPeopleMany(count.ToString(CultureInfo.CurrentCulture));

    public static string Of(ReservationsTab tab) => tab switch
    {
        ReservationsTab.Pending => ReservationTexts.Pending,
        ReservationsTab.Past => ReservationTexts.Past,
        _ => ReservationTexts.Upcoming,
    };

    public static string Status(OwnReservation reservation, DateTime now) => reservation switch
    {
        { Status: ReservationStatus.Cancelled } => ReservationTexts.StatusCancelled,
        _ when reservation.Slot.End <= now => ReservationTexts.StatusOver,
        { Status: ReservationStatus.Pending } => ReservationTexts.StatusPending,
        _ when reservation.IsRunning(now) => ReservationTexts.StatusRunning,
        _ => ReservationTexts.StatusConfirmed,
    };
}
