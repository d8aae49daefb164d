using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Api.Embedding;

/// <summary><c>/rooms/{id}/badge.svg</c>: a room's status as an image, for pages that take no scripts.</summary>
internal static class BadgeEndpoint
{
    /// <summary>Of an image that is opened by itself.</summary>
    private const string ContentPolicy = "default-src 'none'; frame-ancestors 'none'";

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(15);

    public static void MapBadge(this IEndpointRouteBuilder app) =>
        app.MapGet("/rooms/{id:int}/badge.svg", Get)
            .AllowAnonymous()
            .WithMetadata(new ContentPolicyAttribute(ContentPolicy))
            .ExcludeFromDescription();

    private static IResult Get(
        int id, string? lang, HttpResponse response, OccupancyBroadcaster broadcaster, [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
    {
        var snapshot = broadcaster.PublishDue();
        if (snapshot.Find(id) is not { } room)
        {
            return Results.Problem($"There is no room {id}.", statusCode: StatusCodes.Status404NotFound);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var fresh = room.Schedule.NextTransitionAfter(snapshot.ReadableAt(now)) - now;
        var seconds = (int)Math.Clamp(fresh.TotalSeconds, 0, _longest.TotalSeconds);
        EmbeddingExtensions.AllowAnyPage(response);
        response.Headers.CacheControl = $"public, max-age={seconds}";
        return new TaggedText(BadgeImage.Of(room.Room.Name, snapshot.StatusAt(room, now).Occupancy, lang)).As("image/svg+xml; charset=utf-8");
    }
}
