using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Documents;
using RoomMonitor.Web.Api.Input;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Api.Schedules;

/// <summary>
/// What holds the rooms from today's beginning to a day from now, for screens that go on by themselves while nobody answers. From memory, and
/// not counted by the rate limit: hundreds of screens may stand behind one address, and ask at once when the network is back.
/// </summary>
internal static class ScheduleEndpoints
{
    public static void MapSchedules(this IEndpointRouteBuilder api)
    {
        api.MapGet("rooms/schedule/", GetSchedules)
            .AllowAnonymous()
            .DisableRateLimiting()
            .WithName("ListRoomSchedules")
            .WithTags("Rooms")
            .Query("building", "Only rooms of this building, as written but for case.", "Main Building")
            .Query("floor", "Only rooms of this floor.", 2)
            .Produces<IReadOnlyList<WireSchedule>>()
            .Produces(StatusCodes.Status304NotModified)
            .Fails(StatusCodes.Status400BadRequest)
            .Example(StatusCodes.Status200OK, new[] { ApiExamples.Schedule });
        api.MapGet("rooms/{id:int}/schedule/", GetSchedule)
            .AllowAnonymous()
            .DisableRateLimiting()
            .WithName("GetRoomSchedule")
            .WithTags("Rooms")
            .Produces<WireSchedule>()
            .Produces(StatusCodes.Status304NotModified)
            .Fails(StatusCodes.Status404NotFound)
            .Example(StatusCodes.Status200OK, ApiExamples.Schedule);
    }

    /// <summary>What holds the active rooms from the beginning of today to a day from now.</summary>
    /// <remarks>
    /// In order of building, floor and name; in the anonymous form, without purposes and people. With the rules of docs/kiosks.md a client tells each room's
    /// status from it at any instant before <c>until</c>. The ETag leaves the timestamp out. Not counted by the rate limit.
    /// </remarks>
    internal static IResult GetSchedules(
        QueryFields query, OccupancyBroadcaster broadcaster, CampusCalendar calendar, [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
    {
        var (building, floor) = (query.Text("building"), query.Number("floor"));
        query.ThrowIfRefused();
        var (rooms, now) = (broadcaster.Snapshot.Rooms, clock.GetUtcNow().UtcDateTime);
        WireSchedule[] schedules =
        [
            .. rooms.Where(room => (building is null || NameText.AreSame(room.Room.Building, building)) && (floor is null || room.Room.Floor == floor))
                .Select(room => WireSchedule.Of(room.Schedule, calendar, now)),
        ];
        return Tagged(schedules, Array.ConvertAll(schedules, schedule => schedule with { Timestamp = default }));
    }

    /// <summary>What holds one room from the beginning of today to a day from now.</summary>
    /// <remarks>In the anonymous form, without purposes and people. The ETag leaves the timestamp out. Not counted by the rate limit.</remarks>
    /// <response code="404">There is no such room, or it is not active.</response>
    internal static IResult GetSchedule(
        int id, OccupancyBroadcaster broadcaster, CampusCalendar calendar, [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
    {
        var room = broadcaster.Snapshot.Find(id) ?? throw ApiException.NotFound($"There is no room {id}.");
        var schedule = WireSchedule.Of(room.Schedule, calendar, clock.GetUtcNow().UtcDateTime);
        return Tagged(schedule, schedule with { Timestamp = default });
    }

    /// <summary>Weak, since two answers with one tag differ in their timestamps.</summary>
    private static IResult Tagged<T>(T body, T timeless)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(timeless, WireJson.Options)).AsSpan(0, 16));
        return Results.Bytes(
            JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Options), "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{hash}\"", isWeak: true));
    }
}
