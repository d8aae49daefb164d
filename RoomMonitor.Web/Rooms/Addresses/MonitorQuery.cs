using System.Collections.Immutable;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms.Addresses;

/// <summary>
/// What the monitor is asked to show. Lives in the page's query string, so that a view can be bookmarked and sent; what is at
/// its default is left out there, what isn't understood is ignored.
/// </summary>
public sealed record MonitorQuery : IRoomQuery<MonitorQuery>, IRoomSelector
{
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

    public static MonitorQuery Parse(string? queryString)
    {
        var values = new QueryValues(queryString);
        var column = values.Text("by");
        var query = new MonitorQuery
        {
            Status = values.Status("status"),
            Building = values.Text("building"),
            Search = values.Text("q"),
            Sort = SortOf(column.Length > 0 ? column.Split(' ')[0] : values.Text("sort")),
            Descending = column.Length > 0 ? column.EndsWith(" desc", StringComparison.Ordinal) : values.Text("dir") == "desc",
            View = values.Text("view") == "table" ? MonitorView.Table : MonitorView.Cards,
            Grouped = values.Text("group") == "building",
        };
        return values.Texts("clear").Count > 0 ? query.WithoutFilter() : query;
    }

    public string ToQueryString() => new QueryWriter()
        .Add("status", Status)
        .Add("building", Building)
        .Add("q", Search)
        .Add("sort", Sort == MonitorSort.Building ? "" : WordOf(Sort))
        .Add("dir", Descending ? "desc" : "")
        .Add("view", View == MonitorView.Table ? "table" : "")
        .Add("group", Grouped ? "building" : "")
        .ToString();

    /// <summary>Column and direction in one value, which stands above <c>sort</c> and <c>dir</c>: what a button can send in a form.</summary>
    public static string ColumnWord(MonitorQuery query) => WordOf(query.Sort) + (query.Descending ? " desc" : "");

    public MonitorQuery WithSearch(string search) => this with { Search = search };

    public ImmutableArray<MonitorItem> Select(OccupancySnapshot snapshot) =>
        [.. MonitorSelection.Of(snapshot, this).Select(room => new MonitorItem(room, Group: Grouped ? new RoomGroupKey(0, room.Room.Building) : null))];

    private static string WordOf(MonitorSort sort) => sort switch
    {
        MonitorSort.Name => "name",
        MonitorSort.Status => "status",
        MonitorSort.Free => "free",
        _ => "building",
    };

    private static MonitorSort SortOf(string word) =>
        Enum.GetValues<MonitorSort>().FirstOrDefault(sort => string.Equals(WordOf(sort), word, StringComparison.OrdinalIgnoreCase), MonitorSort.Building);
}
