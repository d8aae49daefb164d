using System.Globalization;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>Which list of one's own reservations is asked for.</summary>
public sealed record ReservationsQuery(ReservationsTab Tab = ReservationsTab.Upcoming, int Page = 1) : IAddressQuery<ReservationsQuery>
{
    private const int MaximumPage = 100_000;

    public static ReservationsQuery Default { get; } = new();

    /// <summary>The one that is to be changed: its dialog opens by itself.</summary>
    public int? Change { get; init; }

    public static ReservationsQuery Parse(string? queryString)
    {
        var values = new QueryValues(queryString);
        var tab = values.Text("tab") switch
        {
            "pending" => ReservationsTab.Pending,
            "past" => ReservationsTab.Past,
            _ => ReservationsTab.Upcoming,
        };
        return new(tab, values.Number("page") is { } page and > 1 and <= MaximumPage ? page : 1) { Change = values.Number("change") };
    }

    public string ToQueryString() => new QueryWriter()
        .Add("tab", Tab switch { ReservationsTab.Pending => "pending", ReservationsTab.Past => "past", _ => "" })
        .Add("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : "")
        .Add("change", Change?.ToString(CultureInfo.InvariantCulture) ?? "")
        .ToString();
}
