using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>Which list of one's own reservations is asked for. Lives in the page's query string; what isn't understood there is ignored.</summary>
public sealed record ReservationsQuery(ReservationsTab Tab = ReservationsTab.Upcoming, int Page = 1)
{
    private const int MaximumPage = 100_000;

    public static ReservationsQuery Default { get; } = new();

    /// <summary>The one that is to be changed: its dialog opens by itself.</summary>
    public int? Change { get; init; }

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
        return new(tab, Number("page") is { } page and > 1 and <= MaximumPage ? page : 1) { Change = Number("change") };

        int? Number(string key) => int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

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

        if (Change is { } change)
        {
            query.Add("change", change.ToString(CultureInfo.InvariantCulture));
        }

        return query.ToString();
    }
}
