using System.Globalization;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Parts;

/// <summary>Times, days and lengths as the reader's culture writes them. Instants are UTC and shown on the campus clock.</summary>
public static class CampusFormats
{
    // A word joiner on both sides: a range is never broken.
    private const string Dash = "\u2060–\u2060";

    /// <summary>"14:15", or "2:15 PM" where people write that.</summary>
    public static string Time(DateTime utc, CampusCalendar calendar) => Time(TimeOnly.FromDateTime(calendar.ToLocal(utc)));

    public static string Time(TimeOnly time) => time.ToString("t", CultureInfo.CurrentCulture);

    /// <summary>The time at which something ends: midnight is "24:00" of the day that it ends, where people write so.</summary>
    public static string EndTime(DateTime utc, CampusCalendar calendar) =>
        IsEndOfDay(utc, calendar) ? EndOfDay : Time(utc, calendar);

    /// <summary>"24:00", or "12:00 AM" where people write that.</summary>
    public static string EndOfDay => CountsTo24 ? StatusTexts.EndOfDay : Time(TimeOnly.MinValue);

    /// <summary>"14:15–15:15", "20:00–24:00"; with the days too where it goes on over midnight.</summary>
    public static string Range(TimeSlot slot, CampusCalendar calendar)
    {
        if (IsOneDay(slot, calendar))
        {
            return $"{Time(slot.Start, calendar)}{Dash}{EndTime(slot.End, calendar)}";
        }

        var last = calendar.DateOf(CountsTo24 ? slot.End.AddTicks(-1) : slot.End);
        return $"{ShortDay(calendar.DateOf(slot.Start))} {Time(slot.Start, calendar)} – {ShortDay(last)} {EndTime(slot.End, calendar)}";
    }

    /// <summary>"Thu 26 Nov, 14:15–15:15"; with both days where it goes on over midnight.</summary>
    public static string DatedRange(TimeSlot slot, CampusCalendar calendar) =>
        IsOneDay(slot, calendar) ? $"{ShortDay(calendar.DateOf(slot.Start))}, {Range(slot, calendar)}" : Range(slot, calendar);

    /// <summary>Whether it lies on one campus day, to its midnight perhaps.</summary>
    public static bool IsOneDay(TimeSlot slot, CampusCalendar calendar) => calendar.DateOf(slot.Start) == calendar.DateOf(slot.End.AddTicks(-1));

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

    /// <summary>A clock of 12 hours has no 24:00.</summary>
    private static bool CountsTo24 => CultureInfo.CurrentCulture.DateTimeFormat.ShortTimePattern.Contains('H', StringComparison.Ordinal);

    private static bool IsEndOfDay(DateTime utc, CampusCalendar calendar) => calendar.DateOf(utc) != calendar.DateOf(utc.AddTicks(-1));

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
