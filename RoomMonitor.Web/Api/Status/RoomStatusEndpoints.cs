using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Documents;
using RoomMonitor.Web.Api.Input;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Api.Status;

/// <summary>The status of rooms: from memory, no database in sight.</summary>
internal static class RoomStatusEndpoints
{
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
        if (ContentCodings.ChooseFor(context) is not { } coding)
        {
            throw new ApiException(StatusCodes.Status406NotAcceptable, "Accept one of the encodings br, gzip and identity.");
        }

        await responses.Get(filter).Body.WriteAsync(context, coding, "application/json; charset=utf-8");
    }

    /// <summary>The status of one room.</summary>
    /// <response code="404">There is no such room, or it is not active.</response>
    internal static Ok<WireRoomStatus> GetStatus(
        int id, OccupancyBroadcaster broadcaster, [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
    {
        var snapshot = broadcaster.PublishDue();
        return snapshot.Find(id) is { } room
            ? TypedResults.Ok(WireRoomStatus.Of(snapshot.StatusAt(room, clock.GetUtcNow().UtcDateTime)))
            : throw ApiException.NotFound($"There is no room {id}.");
    }
}
