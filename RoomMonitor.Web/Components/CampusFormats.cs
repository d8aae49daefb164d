using System.Globalization;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Texts;

namespace RoomMonitor.Web.Components;

/// <summary>Times, days and lengths as the reader's culture writes them. Instants are UTC and shown on the campus clock.</summary>
public static class CampusFormats
{
    // A word joiner on both sides: a range is never broken.
    private const string Dash = "\u2060–\u2060";

    /// <summary>"14:15", or "2:15 PM" where people write that.</summary>
    public static string Time(DateTime utc, CampusCalendar calendar) => Time(TimeOnly.FromDateTime(calendar.ToLocal(utc)));

    public static string Time(TimeOnly time) => time.ToString("t", CultureInfo.CurrentCulture);

    /// <summary>"14:15–15:15", with the days too where the two differ.</summary>
    public static string Range(TimeSlot slot, CampusCalendar calendar)
    {
        var (from, to) = (calendar.DateOf(slot.Start), calendar.DateOf(slot.End));
        return from == to
            ? $"{Time(slot.Start, calendar)}{Dash}{Time(slot.End, calendar)}"
            : $"{ShortDay(from)} {Time(slot.Start, calendar)} – {ShortDay(to)} {Time(slot.End, calendar)}";
    }

    /// <summary>The culture's long form without the year: "Tuesday 24 November", "Dienstag, 24. November".</summary>
    public static string Day(DateOnly date) => $"{date.ToString("dddd", CultureInfo.CurrentCulture)}, {date.ToString("M", CultureInfo.CurrentCulture)}";

    /// <summary>"Tue 24 Nov", "Di 24. Nov", "Tue Nov 24": weekday, day and month in the culture's order, short.</summary>
    public static string ShortDay(DateOnly date)
    {
        var culture = CultureInfo.CurrentCulture;
        return $"{date.ToString("ddd", culture)} {date.ToString(ShortDayPattern(culture), culture)}";
    }

    /// <summary>Of the part of <see cref="ShortDay"/> after the weekday.</summary>
    internal static string ShortDayPattern(CultureInfo culture) =>
        culture.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal).Replace("dd", "d", StringComparison.Ordinal);

    /// <summary>"48 min", "1 h 18 min", "2 h", "1 d 3 h": rounded up to the minute, never seconds.</summary>
    public static string Duration(TimeSpan length)
    {
        var minutes = Math.Max(0, (long)Math.Ceiling(length / TimeSpan.FromMinutes(1)));
        return minutes switch
        {
            < 60 => CommonTexts.FormatMinutes(minutes),
            < 1440 when minutes % 60 == 0 => CommonTexts.FormatHours(minutes / 60),
            < 1440 => CommonTexts.FormatHoursMinutes(minutes / 60, minutes % 60),
            _ when minutes / 60 % 24 == 0 => CommonTexts.FormatDays(minutes / 1440),
            _ => CommonTexts.FormatDaysHours(minutes / 1440, minutes / 60 % 24),
        };
    }
}
