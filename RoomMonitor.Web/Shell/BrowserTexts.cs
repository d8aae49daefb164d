using System.Globalization;
using System.Text.Json;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Shell.Connection;

namespace RoomMonitor.Web.Shell;

/// <summary>What the browser's modules write by themselves (js/texts.js), in the reader's language, and how his culture writes dates and times.</summary>
internal static class BrowserTexts
{
    public static string Json() => Json(Texts());

    /// <summary>Other texts in the same form, for pages with modules of their own.</summary>
    /// <param name="texts">By the names that the modules of the page know.</param>
    public static string Json(IReadOnlyDictionary<string, string> texts)
    {
        var culture = CultureInfo.CurrentCulture;
        var formats = culture.DateTimeFormat;
        return JsonSerializer.Serialize(new
        {
            texts,
            time = formats.ShortTimePattern,
            timeWithSeconds = formats.LongTimePattern,
            weekday = "ddd",
            day = $"ddd {CampusFormats.ShortDayPattern(culture)}",
            longDay = $"dddd, {formats.MonthDayPattern}",
            weekdays = formats.AbbreviatedDayNames,
            months = formats.AbbreviatedMonthGenitiveNames[..12],
            longWeekdays = formats.DayNames,
            longMonths = formats.MonthGenitiveNames[..12],
            am = formats.AMDesignator,
            pm = formats.PMDesignator,
        });
    }

    private static Dictionary<string, string> Texts() => new()
    {
        ["minutes"] = CommonTexts.Minutes,
        ["hours"] = CommonTexts.Hours,
        ["hoursMinutes"] = CommonTexts.HoursMinutes,
        ["days"] = CommonTexts.Days,
        ["daysHours"] = CommonTexts.DaysHours,
        ["freeIn"] = StatusTexts.CountdownFreeIn,
        ["free"] = StatusTexts.CountdownFree,
        ["freeNow"] = StatusTexts.CountdownFreeNow,
        ["freeFor"] = StatusTexts.CountdownFreeFor,
        ["freeAllDay"] = StatusTexts.CountdownFreeAllDay,
        ["freeRestOfDay"] = StatusTexts.CountdownFreeRestOfDay,
        ["takenRestOfDay"] = StatusTexts.CountdownTakenRestOfDay,
        ["restOfDay"] = StatusTexts.CountdownRestOfDay,
        ["taken"] = StatusTexts.CountdownTaken,
        ["takenNow"] = StatusTexts.CountdownTakenNow,
        ["now"] = StatusTexts.CountdownNow,
        ["asOf"] = StatusTexts.AsOf,
        ["unknown"] = StatusTexts.Unknown,
        ["attempt"] = ConnectionTexts.Attempt,
        ["nextIn"] = ConnectionTexts.NextIn,
        ["nextTry"] = ConnectionTexts.NextTry,
        ["tryingNow"] = ConnectionTexts.TryingNow,
        ["triesFailed"] = ConnectionTexts.TriesFailed,
        ["notMade"] = ConnectionTexts.NotMade,
        ["noAnswer"] = ConnectionTexts.NoAnswer,
        ["waits"] = ConnectionTexts.Waits,
        ["noConnection"] = ConnectionTexts.NoConnection,
        ["notDone"] = ConnectionTexts.NotDone,
    };
}
