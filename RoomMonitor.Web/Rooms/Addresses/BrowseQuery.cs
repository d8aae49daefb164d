using System.Globalization;
using RoomMonitor.Domain.Occupancy;

namespace RoomMonitor.Web.Rooms.Addresses;

/// <summary>Which rooms somebody is looking for.</summary>
public sealed record BrowseQuery : IRoomQuery<BrowseQuery>
{
    public const int MaximumSeats = 10_000;

    /// <summary>In the choice of a day (<c>when</c>): from now on.</summary>
    public const string NowWord = "now";

    /// <summary>In the choice of a day: the one that <c>on</c> says.</summary>
    public const string OtherWord = "other";

    public static BrowseQuery Default { get; } = new();

    /// <summary>So many seats or more; 0: any number.</summary>
    public int Seats { get; init; }

    public string Building { get; init; } = "";

    public string Search { get; init; } = "";

    public AmenitySet Amenities { get; init; } = AmenitySet.Empty;

    /// <summary>What the room is right now; null: all.</summary>
    public OccupancyStatus? Status { get; init; }

    /// <summary>When it must be free; null: at no time in particular.</summary>
    public BrowseTime? Time { get; init; }

    public static BrowseQuery Parse(string? queryString)
    {
        var values = new QueryValues(queryString);
        return values.Texts("clear").Count > 0 ? Default : new BrowseQuery
        {
            Seats = values.Number("seats") is { } seats and <= MaximumSeats ? seats : 0,
            Building = values.Text("building"),
            Search = values.Text("q"),
            Amenities = values.Texts("without").Aggregate(AmenitySet.Of(values.Texts("with")), (set, name) => set.Contains(name) ? set.Toggle(name) : set),
            Status = values.Status("status"),
            Time = TimeOf(values),
        };
    }

    public string ToQueryString()
    {
        var query = new QueryWriter()
            .Add("seats", Seats > 0 ? Seats.ToString(CultureInfo.InvariantCulture) : "")
            .Add("building", Building)
            .Add("q", Search);
        foreach (var amenity in Amenities)
        {
            query.Add("with", amenity);
        }

        query.Add("status", Status);
        _ = Time switch
        {
            NextMinutes next => query.Add("free", next.Minutes.ToString(CultureInfo.InvariantCulture)),
            DayTime day => query.Add("on", day.Date).Add("from", day.From).Add("to", day.To),
            _ => query,
        };
        return query.ToString();
    }

    public BrowseQuery WithSearch(string search) => this with { Search = search };

    private static BrowseTime? TimeOf(QueryValues values)
    {
        // As the page's form sends it: what is chosen there stands above what was.
        if (values.Texts("when") is [.., var when])
        {
            return when switch
            {
                NowWord => NextOf(values) ?? new NextMinutes(60),
                OtherWord => values.Date("on") is { } other ? On(other, values) : null,
                _ => QueryValues.DateOf(when) is { } day ? On(day, values) : null,
            };
        }

        return values.Date("on") is { } date && values.TimeOfDay("from") is { } from && values.TimeOfDay("to") is { } to && from < to
            ? new DayTime(date, from, to)
            : NextOf(values);
    }

    private static NextMinutes? NextOf(QueryValues values) =>
        values.Number("free") is { } minutes && NextMinutes.Choices.Contains(minutes) ? new NextMinutes(minutes) : null;

    private static DayTime On(DateOnly date, QueryValues values)
    {
        var from = values.TimeOfDay("from") is { } time && time < DayTime.Midnight ? time : TimeSpan.FromHours(9);
        return values.TimeOfDay("to") is { } to && to > from ? new DayTime(date, from, to) : DayTime.Of(date, from, TimeSpan.FromHours(1));
    }
}
