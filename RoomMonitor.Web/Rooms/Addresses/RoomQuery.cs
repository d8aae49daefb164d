using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Rooms.Addresses;

/// <summary>What a room's page shows, as its query string says: the week, and a slot that is about to be booked.</summary>
/// <param name="Monday">Of the week shown; null for the present one.</param>
public sealed record RoomQuery(DateOnly? Monday, TimeSlot? Slot)
{
    /// <summary>The own reservation that is booked again: the form begins with its purpose, which no address carries.</summary>
    public int? Again { get; init; }

    /// <summary>How long what the form suggests shall last, where a length was searched for; whole minutes, a day at most.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>For how many the booking form begins; null for what it suggests itself.</summary>
    public int? People { get; init; }

    /// <summary>Reads <c>?week=2026-W48&amp;start=2026-11-24T14:15:00Z&amp;end=…</c>; what can't be read is as if it weren't there.</summary>
    public static RoomQuery Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new RoomQuery(MondayOf(values.GetValueOrDefault("week").ToString()), SlotOf(values.GetValueOrDefault("start").ToString(), values.GetValueOrDefault("end").ToString()))
        {
            Length = NumberOf(values.GetValueOrDefault("minutes")) is { } minutes and > 0 and <= 1_440 ? TimeSpan.FromMinutes(minutes) : null,
            Again = NumberOf(values.GetValueOrDefault("again")),
            People = NumberOf(values.GetValueOrDefault("people")),
        };
    }

    /// <summary>With its question mark; empty where it says nothing.</summary>
    public string ToQueryString()
    {
        var values = new List<string>();
        if (Monday is { } monday)
        {
            var day = monday.ToDateTime(TimeOnly.MinValue);
            values.Add(string.Create(CultureInfo.InvariantCulture, $"week={ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}"));
        }

        if (Slot is { } slot)
        {
            values.Add($"start={Instant(slot.Start)}&end={Instant(slot.End)}");
        }

        if (Length is { } length)
        {
            values.Add(string.Create(CultureInfo.InvariantCulture, $"minutes={(int)length.TotalMinutes}"));
        }

        if (People is { } people)
        {
            values.Add(string.Create(CultureInfo.InvariantCulture, $"people={people}"));
        }

        if (Again is { } again)
        {
            values.Add(string.Create(CultureInfo.InvariantCulture, $"again={again}"));
        }

        return values.Count == 0 ? "" : "?" + string.Join('&', values);
    }

    private static int? NumberOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

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
