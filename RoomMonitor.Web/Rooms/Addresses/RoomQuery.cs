using System.Globalization;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Rooms.Addresses;

/// <summary>What a room's page shows, as its query string says: the week, and a slot that is about to be booked.</summary>
/// <param name="Monday">Of the week shown; null for the present one.</param>
public sealed record RoomQuery(DateOnly? Monday, TimeSlot? Slot) : IAddressQuery<RoomQuery>
{
    /// <summary>The own reservation that is booked again: the form begins with its purpose, which no address carries.</summary>
    public int? Again { get; init; }

    /// <summary>How long what the form suggests shall last, where a length was searched for; whole minutes, a day at most.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>For how many the booking form begins; null for what it suggests itself.</summary>
    public int? People { get; init; }

    /// <summary>Reads <c>?week=2026-W48&amp;start=2026-11-24T14:15:00Z&amp;end=…</c>.</summary>
    public static RoomQuery Parse(string? queryString)
    {
        var values = new QueryValues(queryString);
        return new RoomQuery(MondayOf(values.Text("week")), SlotOf(values.Text("start"), values.Text("end")))
        {
            Length = values.Number("minutes") is { } minutes and > 0 and <= 1_440 ? TimeSpan.FromMinutes(minutes) : null,
            Again = values.Number("again"),
            People = values.Number("people"),
        };
    }

    public string ToQueryString() => new QueryWriter()
        .Add("week", Monday is { } monday ? WeekOf(monday.ToDateTime(TimeOnly.MinValue)) : "")
        .Add("start", Slot is { } begun ? Instant(begun.Start) : "")
        .Add("end", Slot is { } ended ? Instant(ended.End) : "")
        .Add("minutes", Length is { } length ? ((int)length.TotalMinutes).ToString(CultureInfo.InvariantCulture) : "")
        .Add("people", People?.ToString(CultureInfo.InvariantCulture) ?? "")
        .Add("again", Again?.ToString(CultureInfo.InvariantCulture) ?? "")
        .ToString();

    private static string WeekOf(DateTime day) => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}");

    private static string Instant(DateTime utc) =>
        utc.ToString(utc.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static DateOnly? MondayOf(string week)
    {
        var parts = week.Split("-W");
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1 and < 9999
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= ISOWeek.GetWeeksInYear(year)
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday))
            : null;
    }

    private static TimeSlot? SlotOf(string start, string end) =>
        TryInstant(start, out var from) && TryInstant(end, out var to) && from < to ? new TimeSlot(from, to) : null;

    /// <summary>RFC 3339 with its offset: a time without one could mean any instant.</summary>
    private static bool TryInstant(string text, out DateTime utc)
    {
        var isRead = DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal));
        utc = isRead ? instant.UtcDateTime : default;
        return isRead;
    }
}
