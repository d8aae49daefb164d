using System.Reflection;
using System.Text.Json;

namespace RoomMonitor.Web.Api.Input;

/// <summary>
/// The body of a route that takes none: none at all, an empty object, or the id that stands in the address already. Whoever sends more means something
/// that wouldn't be done.
/// </summary>
internal sealed class NoFields : IBindableFromHttpContext<NoFields>
{
    private const string Advice =
        "This route takes no fields: send it without a body. PATCH /api/reservations/{id}/ changes a reservation, POST /api/series/{id}/cancel/ cancels several of a series.";

    public static async ValueTask<NoFields?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var request = context.Request;
        var isThere = request.ContentLength > 0 || (request.ContentLength is null && request.Headers.TransferEncoding.Count > 0);
        if (isThere && request.HasJsonContentType())
        {
            var body = await JsonBody.ReadAsync(request, context.RequestAborted);
            var fields = new JsonFields(body);
            if (request.RouteValues.TryGetValue("id", out var id) && int.TryParse(id as string, out var number))
            {
                fields.KeepsAs("id", JsonSerializer.SerializeToElement(number), "The address names another one.");
            }

            fields.Instead(Advice, [.. body.EnumerateObject().Select(property => property.Name).Where(name => name != "id")]);
            fields.ThrowIfRefused();
        }

        return new NoFields();
    }
}
