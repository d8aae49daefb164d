using RoomMonitor.Data.Kiosks;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Kiosks.Fleet;

/// <summary>What the page of screens is asked to show. Lives in its query string.</summary>
public sealed record KiosksQuery : IRoomQuery<KiosksQuery>
{
    private static readonly Dictionary<KioskState, string> _states = Enum.GetValues<KioskState>().ToDictionary(state => state, state => state.ToString().ToLowerInvariant());

    private static readonly Dictionary<KioskKind, string> _kinds = Enum.GetValues<KioskKind>().ToDictionary(kind => kind, kind => kind.ToString().ToLowerInvariant());

    public static KiosksQuery Default { get; } = new();

    /// <summary>Null: all but the revoked.</summary>
    public KioskState? State { get; init; }

    /// <summary>Null: all.</summary>
    public KioskKind? Kind { get; init; }

    public string Building { get; init; } = "";

    public string Search { get; init; } = "";

    public static KiosksQuery Parse(string? queryString)
    {
        var values = new QueryValues(queryString);
        return values.Texts("clear").Count > 0 ? Default : new KiosksQuery
        {
            State = Find(_states, values.Text("state")),
            Kind = Find(_kinds, values.Text("type")),
            Building = values.Text("building"),
            Search = values.Text("q"),
        };
    }

    public string ToQueryString() => new QueryWriter()
        .Add("state", State is { } state ? _states[state] : "")
        .Add("type", Kind is { } kind ? _kinds[kind] : "")
        .Add("building", Building)
        .Add("q", Search)
        .ToString();

    public KiosksQuery WithSearch(string search) => this with { Search = search };

    private static T? Find<T>(Dictionary<T, string> words, string text)
        where T : struct, Enum
    {
        foreach (var (value, word) in words)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
