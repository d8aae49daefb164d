using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using RoomMonitor.Domain.Occupancy;

namespace RoomMonitor.Web.Rooms.Addresses;

/// <summary>Writes what <see cref="QueryValues"/> reads. Empty values are left out.</summary>
public sealed class QueryWriter
{
    internal const string DateFormat = "yyyy-MM-dd";
    internal const string TimeFormat = @"hh\:mm";

    private readonly QueryBuilder _query = [];

    public QueryWriter Add(string key, string value)
    {
        if (value.Length > 0)
        {
            _query.Add(key, value);
        }

        return this;
    }

    public QueryWriter Add(string key, OccupancyStatus? status) => Add(key, WordOf(status));

    /// <summary>The status in an address; empty for all.</summary>
    public static string WordOf(OccupancyStatus? status) => status switch
    {
        OccupancyStatus.Free => "available",
        OccupancyStatus.EndingSoon => "ending_soon",
        OccupancyStatus.Occupied => "occupied",
        _ => "",
    };

    /// <summary>A time of day in an address; 24:00 is the end of the day.</summary>
    public static string WordOf(TimeSpan time) => time == TimeSpan.FromDays(1) ? "24:00" : time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public QueryWriter Add(string key, DateOnly date) => Add(key, date.ToString(DateFormat, CultureInfo.InvariantCulture));

    /// <summary>A time of day in whole minutes, up to 24:00.</summary>
    public QueryWriter Add(string key, TimeSpan time) => Add(key, WordOf(time));

    /// <summary>Empty where nothing was added, else with its question mark. A colon may stand in a query as it is, and times are read more easily.</summary>
    public override string ToString() => _query.ToString().Replace("%3A", ":", StringComparison.Ordinal);
}
