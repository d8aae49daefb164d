using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using RoomMonitor.Domain.Occupancy;

namespace RoomMonitor.Web.State.Monitor;

/// <summary>
/// What the monitor is asked to show. Lives in the page's query string, so that a view can be bookmarked and sent; what is at
/// its default is left out there, what isn't understood is ignored.
/// </summary>
public sealed record MonitorQuery
{
    /// <summary>Longer texts in an address are ignored.</summary>
    public const int MaximumTextLength = 200;

    public static MonitorQuery Default { get; } = new();

    /// <summary>Null: all.</summary>
    public OccupancyStatus? Status { get; init; }

    /// <summary>Empty: all.</summary>
    public string Building { get; init; } = "";

    public string Search { get; init; } = "";

    public MonitorSort Sort { get; init; }

    public bool Descending { get; init; }

    public MonitorView View { get; init; }

    /// <summary>By building, each with its heading.</summary>
    public bool Grouped { get; init; }

    /// <summary>All rooms, in the same view and order.</summary>
    public MonitorQuery WithoutFilter() => this with { Status = null, Building = "", Search = "" };

    /// <summary>Sorted by a column; a second click on it turns the direction.</summary>
    public MonitorQuery SortedBy(MonitorSort sort) => this with { Sort = sort, Descending = Sort == sort && !Descending };

    /// <param name="queryString">With or without its question mark; null is the default.</param>
    public static MonitorQuery Parse(string? queryString)
    {
        var values = QueryHelpers.ParseQuery(queryString);
        return new MonitorQuery
        {
            Status = Text("status") switch
            {
                "available" => OccupancyStatus.Free,
                "ending_soon" => OccupancyStatus.EndingSoon,
                "occupied" => OccupancyStatus.Occupied,
                _ => null,
            },
            Building = Text("building"),
            Search = Text("q"),
            Sort = Text("sort") switch
            {
                "name" => MonitorSort.Name,
                "status" => MonitorSort.Status,
                "free" => MonitorSort.Free,
                _ => MonitorSort.Building,
            },
            Descending = Text("dir") == "desc",
            View = Text("view") == "table" ? MonitorView.Table : MonitorView.Cards,
            Grouped = Text("group") == "building",
        };

        string Text(string key) => values.TryGetValue(key, out var value) && Last(value) is { Length: <= MaximumTextLength } text ? text : "";
    }

    /// <summary>Empty for the default, else with its question mark.</summary>
    public string ToQueryString()
    {
        var query = new QueryBuilder();
        Add("status", Status switch
        {
            OccupancyStatus.Free => "available",
            OccupancyStatus.EndingSoon => "ending_soon",
            OccupancyStatus.Occupied => "occupied",
            _ => "",
        });
        Add("building", Building);
        Add("q", Search);
        Add("sort", Sort switch
        {
            MonitorSort.Name => "name",
            MonitorSort.Status => "status",
            MonitorSort.Free => "free",
            _ => "",
        });
        Add("dir", Descending ? "desc" : "");
        Add("view", View == MonitorView.Table ? "table" : "");
        Add("group", Grouped ? "building" : "");
        return query.ToString();

        void Add(string key, string value)
        {
            if (value.Length > 0)
            {
                query.Add(key, value);
            }
        }
    }

    private static string Last(StringValues values) => values.Count == 0 ? "" : values[^1] ?? "";
}
