using System.Globalization;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Texts;

namespace RoomMonitor.Web.Components.Reservations;

/// <summary>Reads what stands in a date field and two time fields, as the browser hands it over.</summary>
internal static class LocalTimes
{
    /// <summary>An end before the start is meant for the next day.</summary>
    /// <returns>What is wrong with it, in the reader's language; null where nothing is.</returns>
    public static string? TryRead(string dayText, string fromText, string toText, CampusCalendar calendar, out TimeSlot slot)
    {
        slot = default;
        if (!DateOnly.TryParse(dayText, CultureInfo.InvariantCulture, out var day)
            || !TimeOnly.TryParse(fromText, CultureInfo.InvariantCulture, out var from)
            || !TimeOnly.TryParse(toText, CultureInfo.InvariantCulture, out var to))
        {
            return ReservationTexts.IncompleteTime;
        }

        if (!calendar.TryToUtc(day.ToDateTime(from), out var start) || !calendar.TryToUtc((to < from ? day.AddDays(1) : day).ToDateTime(to), out var end))
        {
            return ReservationTexts.SkippedTime;
        }

        if (end <= start)
        {
            return ReservationTexts.EndBeforeStart;
        }

        slot = new TimeSlot(start, end);
        return null;
    }
}
