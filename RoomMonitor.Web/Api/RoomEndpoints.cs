using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Documents;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Api;

/// <summary>Rooms, as the board has them.</summary>
internal static class RoomEndpoints
{
    public static void MapRooms(this IEndpointRouteBuilder api)
    {
        api.MapGet("rooms/", GetRooms)
            .AllowAnonymous()
            .WithName("ListRooms")
            .WithTags("Rooms")
            .Example(StatusCodes.Status200OK, new[] { ApiExamples.Room });
        api.MapGet("rooms/{id:int}/", GetRoom)
            .AllowAnonymous()
            .WithName("GetRoom")
            .WithTags("Rooms")
            .Fails(StatusCodes.Status404NotFound)
            .Example(StatusCodes.Status200OK, ApiExamples.Room);
    }

    /// <summary>The active rooms.</summary>
    /// <remarks>In order of building, floor and name.</remarks>
    internal static Ok<IReadOnlyList<WireRoomDetails>> GetRooms(OccupancyBroadcaster broadcaster) =>
        TypedResults.Ok<IReadOnlyList<WireRoomDetails>>([.. broadcaster.Snapshot.Rooms.Select(room => WireRoomDetails.Of(room.Room))]);

    /// <summary>One active room.</summary>
    internal static Ok<WireRoomDetails> GetRoom(int id, OccupancyBroadcaster broadcaster) =>
        broadcaster.Snapshot.Find(id) is { } room
            ? TypedResults.Ok(WireRoomDetails.Of(room.Room))
            : throw ApiException.NotFound($"There is no room {id}.");
}
