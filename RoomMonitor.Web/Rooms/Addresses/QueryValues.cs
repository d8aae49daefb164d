using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using RoomMonitor.Domain.Occupancy;

namespace RoomMonitor.Web.Rooms.Addresses;

/// <summary>The values of a page's query string. What isn't understood is as if it weren't there; of several values the last counts.</summary>
/// <param name="queryString">With or without its question mark.</param>
public sealed class QueryValues(string? queryString)
{
    /// <summary>Longer texts in an address are ignored.</summary>
    public const int MaximumTextLength = 200;

    private readonly Dictionary<string, StringValues> _values = QueryHelpers.ParseQuery(queryString);

    /// <summary>Empty where there is none.</summary>
    public string Text(string key) => Texts(key) is [.., var last] ? last : "";

    /// <summary>All values of a key that may stand several times, in their order.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        _values.TryGetValue(key, out var values) ? [.. values.Select(value => value is { Length: <= MaximumTextLength } ? value : "")] : [];

    public OccupancyStatus? Status(string key) => Text(key) switch
    {
        "available" => OccupancyStatus.Free,
        "ending_soon" => OccupancyStatus.EndingSoon,
        "occupied" => OccupancyStatus.Occupied,
        _ => null,
    };

    /// <summary>A whole number without a sign.</summary>
    public int? Number(string key) =>
        int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public DateOnly? Date(string key) => DateOf(Text(key));

    /// <summary>A time of day, 09:30; 24:00 is the end of the day.</summary>
    public TimeSpan? TimeOfDay(string key) => TimeOf(Text(key));

    public static TimeSpan? TimeOf(string? text) => text switch
    {
        "24:00" => TimeSpan.FromDays(1),
        _ => TimeSpan.TryParseExact(text, QueryWriter.TimeFormat, CultureInfo.InvariantCulture, out var time) ? time : null,
    };

    /// <summary>A day of this century, 2026-11-24.</summary>
    public static DateOnly? DateOf(string? text) =>
        DateOnly.TryParseExact(text, QueryWriter.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= 2000 and < 2100 ? date : null;
}
