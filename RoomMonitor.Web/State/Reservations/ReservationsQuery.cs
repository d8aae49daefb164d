using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace RoomMonitor.Web.State.Reservations;

/// <summary>Which list of one's own reservations is asked for. Lives in the page's query string; what isn't understood there is ignored.</summary>
public sealed record ReservationsQuery(ReservationsTab Tab = ReservationsTab.Upcoming, int Page = 1)
{
    private const int MaximumPage = 100_000;

    public static ReservationsQuery Default { get; } = new();

    /// <param name="queryString">With or without its question mark; null is the default.</param>
    public static ReservationsQuery Parse(string? queryString)
    {
        var values = QueryHelpers.ParseQuery(queryString);
        var tab = Text("tab") switch
        {
            "pending" => ReservationsTab.Pending,
            "past" => ReservationsTab.Past,
            _ => ReservationsTab.Upcoming,
        };
        return int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 1 and <= MaximumPage
            ? new(tab, page)
            : new(tab);

        string? Text(string key) => values.TryGetValue(key, out var value) && value.Count > 0 ? value[^1] : null;
    }

    /// <summary>Empty for the default, else with its question mark.</summary>
    public string ToQueryString()
    {
        var query = new QueryBuilder();
        if (Tab != ReservationsTab.Upcoming)
        {
            query.Add("tab", Tab == ReservationsTab.Pending ? "pending" : "past");
        }

        if (Page > 1)
        {
            query.Add("page", Page.ToString(CultureInfo.InvariantCulture));
        }

        return query.ToString();
    }
}
