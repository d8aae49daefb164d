using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using RoomMonitor.Web.Api.Input;

namespace RoomMonitor.Web.Api;

/// <summary>Which page of a list, and where its neighbours are.</summary>
internal sealed record ReservationPage(int Number, int Size)
{
    public const int DefaultSize = 50;

    public const int MaximumSize = 200;

    private const string Parameter = "page";

    public int Skip => (Number - 1) * Size;

    /// <summary>A size over the maximum counts as the maximum.</summary>
    public static ReservationPage Read(QueryFields query)
    {
        var number = query.Number(Parameter) ?? 1;
        var size = query.Number("page_size") ?? DefaultSize;
        if (number is < 1 or > int.MaxValue / MaximumSize)
        {
            query.Refuse(Parameter, "Pages are counted from 1.");
        }

        if (size < 1)
        {
            query.Refuse("page_size", "A page holds at least one.");
        }

        return new(number, Math.Min(size, MaximumSize));
    }

    public string? NextOf(HttpRequest request, int count) => Skip + Size < count ? AddressOf(request, Number + 1) : null;

    public string? PreviousOf(HttpRequest request) => Number > 1 ? AddressOf(request, Number - 1) : null;

    /// <summary>The same list with its filters, another page.</summary>
    private static string AddressOf(HttpRequest request, int number)
    {
        var query = new QueryBuilder(request.Query.Where(parameter => !parameter.Key.Equals(Parameter, StringComparison.OrdinalIgnoreCase))
            .SelectMany(parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value ?? "")))
        {
            { Parameter, number.ToString(CultureInfo.InvariantCulture) },
        };
        return UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path, query.ToQueryString());
    }
}
