using System.Collections.Immutable;
using System.Globalization;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>Seven days that begin where a culture's weeks begin.</summary>
public readonly record struct CalendarWeek(DateOnly First)
{
    public const int Length = 7;

    public DateOnly Last => First.AddDays(Length - 1);

    /// <summary>The one Monday in it, by which addresses name it whatever day weeks begin with.</summary>
    public DateOnly Monday => First.AddDays((DayOfWeek.Monday - First.DayOfWeek + Length) % Length);

    public CalendarWeek Previous => new(First.AddDays(-Length));

    public CalendarWeek Next => new(First.AddDays(Length));

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, Length).Select(First.AddDays);

    /// <summary>The week of a date in the reader's culture.</summary>
    public static CalendarWeek Of(DateOnly date) =>
        new(date.AddDays(-((date.DayOfWeek - CultureInfo.CurrentCulture.DateTimeFormat.FirstDayOfWeek + Length) % Length)));

    public bool Contains(DateOnly date) => First <= date && date <= Last;

    /// <summary>"Week 48, 23–29 November"; with the year where that isn't the present one.</summary>
    public string Title(DateOnly today)
    {
        var text = RoomPageTexts.FormatWeekTitle(Number(), Span());
        return Last.Year == today.Year ? text : string.Create(CultureInfo.CurrentCulture, $"{text} {Last.Year}");
    }

    private int Number()
    {
        var format = CultureInfo.CurrentCulture.DateTimeFormat;

        // .NET's calendar is off by one in some years where ISO 8601 is the rule.
        return format is { CalendarWeekRule: CalendarWeekRule.FirstFourDayWeek, FirstDayOfWeek: DayOfWeek.Monday }
            ? ISOWeek.GetWeekOfYear(First.ToDateTime(TimeOnly.MinValue))
            : format.Calendar.GetWeekOfYear(First.ToDateTime(TimeOnly.MinValue), format.CalendarWeekRule, format.FirstDayOfWeek);
    }

    /// <summary>"23–29 November", "23.–29. November", "November 23–29"; two whole dates over the end of a month.</summary>
    private string Span()
    {
        var culture = CultureInfo.CurrentCulture;
        var pattern = culture.DateTimeFormat.MonthDayPattern.Replace("dd", "d", StringComparison.Ordinal);
        var month = pattern.IndexOf('M', StringComparison.Ordinal);
        if (First.Month != Last.Month || month < 0)
        {
            return $"{First.ToString(pattern, culture)} – {Last.ToString(pattern, culture)}";
        }

        // "d" alone would be a format of its own.
        var day = pattern[..month].Trim();
        return day.Length == 0
            ? $"{First.ToString(pattern, culture)}–{Last.ToString("%d", culture)}"
            : $"{First.ToString(day == "d" ? "%d" : day, culture)}–{Last.ToString(pattern, culture)}";
    }
}
