using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api.Documents;
using RoomMonitor.Web.Api.Input;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Wire;

namespace RoomMonitor.Web.Api.Status;

/// <summary>The status of rooms: from memory, no database in sight.</summary>
internal static class RoomStatusEndpoints
{
    /// <summary>As much as Kestrel buffers for a client before it waits for it.</summary>
    private const int Piece = 64 * 1024;

    public static void MapRoomStatus(this IEndpointRouteBuilder api)
    {
        api.MapGet("rooms/status/", WriteStatuses)
            .AllowAnonymous()
            .DisableRateLimiting()
            .WithMetadata(StatusPipeline.Marker)
            .WithName("ListRoomStatuses")
            .WithTags("Rooms")
            .Query("building", "Only rooms of this building, as written but for case.", "Main Building")
            .Query("status", "Only rooms of this status.", WireWords<OccupancyStatus>.All)
            .Query("min_capacity", "Only rooms with at least so many seats.", 30)
            .Produces<IReadOnlyList<WireRoomStatus>>()
            .Produces(StatusCodes.Status304NotModified)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status406NotAcceptable)
            .Example(StatusCodes.Status200OK, new[] { ApiExamples.Occupied, ApiExamples.Free });
        api.MapGet("rooms/{id:int}/status/", GetStatus)
            .AllowAnonymous()
            .WithName("GetRoomStatus")
            .WithTags("Rooms")
            .Fails(StatusCodes.Status404NotFound)
            .Example(StatusCodes.Status200OK, ApiExamples.Occupied);
    }

    /// <summary>The status of all active rooms.</summary>
    /// <remarks>
    /// In order of building, floor and name. Carries a strong ETag for each encoding (gzip, br); <c>If-None-Match</c> answers 304. Not
    /// counted by the rate limit.
    /// </remarks>
    internal static async Task WriteStatuses(HttpContext context, QueryFields query, StatusResponses responses)
    {
        var filter = StatusFilter.Read(query);
        var (request, response) = (context.Request, context.Response);
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (ContentCodings.Choose(request.Headers.AcceptEncoding) is not { } coding)
        {
            throw new ApiException(StatusCodes.Status406NotAcceptable, "Accept one of the encodings br, gzip and identity.");
        }

        var body = responses.Get(filter);
        var etag = body.ETagOf(coding);
        response.Headers.ETag = etag;
        response.Headers.CacheControl = "no-cache";
        if (IsKnown(request.Headers.IfNoneMatch, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (ContentCodings.HeaderOf(coding) is { } name)
        {
            response.Headers.ContentEncoding = name;
        }

        var bytes = body.In(coding);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        // In pieces: of a large body at once Kestrel makes a copy as large, which has left the processor's cache when it is sent.
        for (var sent = 0; sent < bytes.Length; sent += Piece)
        {
            await response.Body.WriteAsync(bytes.Slice(sent, Math.Min(Piece, bytes.Length - sent)), context.RequestAborted);
        }
    }

    /// <summary>The status of one room.</summary>
    /// <response code="404">There is no such room, or it is not active.</response>
    internal static Ok<WireRoomStatus> GetStatus(
        int id, OccupancyBroadcaster broadcaster, [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
    {
        var snapshot = broadcaster.Current;
        return snapshot.Find(id) is { } room
            ? TypedResults.Ok(WireRoomStatus.Of(snapshot.StatusAt(room, clock.GetUtcNow().UtcDateTime)))
            : throw ApiException.NotFound($"There is no room {id}.");
    }

    /// <summary>Compared weakly, as RFC 9110 (13.1.2) asks for.</summary>
    private static bool IsKnown(StringValues ifNoneMatch, string etag) =>
        EntityTagHeaderValue.TryParseList(ifNoneMatch, out var known)
        && known.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag == etag);
}
