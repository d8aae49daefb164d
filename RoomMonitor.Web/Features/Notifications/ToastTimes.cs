using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Features.Notifications;

/// <summary>When something is, as a message says it: "Today, 17:30–18:30", "Wed 25 Nov, 10:00–11:00".</summary>
internal static class ToastTimes
{
    public static string When(TimeSlot slot, CampusCalendar calendar, DateTime now) =>
        CampusFormats.IsOneDay(slot, calendar)
            ? NotificationTexts.FormatDay(Day(slot.Start, calendar, now), CampusFormats.Range(slot, calendar))
            : CampusFormats.Range(slot, calendar);

    /// <summary>The time, with the day where that is another one.</summary>
    public static string When(DateTime instant, CampusCalendar calendar, DateTime now) =>
        calendar.DateOf(instant) == calendar.DateOf(now)
            ? CampusFormats.Time(instant, calendar)
            : $"{CampusFormats.ShortDay(calendar.DateOf(instant))} {CampusFormats.Time(instant, calendar)}";

    private static string Day(DateTime instant, CampusCalendar calendar, DateTime now) =>
        (calendar.DateOf(instant).DayNumber - calendar.DateOf(now).DayNumber) switch
        {
            0 => CommonTexts.Today,
            1 => CommonTexts.Tomorrow,
            _ => CampusFormats.ShortDay(calendar.DateOf(instant)),
        };
}
