using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Data.Activity;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Documents;
using RoomMonitor.Web.Api.Input;

namespace RoomMonitor.Web.Api;

/// <summary>Who did what, for administrators.</summary>
internal static class ActivityEndpoints
{
    private const int DefaultLimit = 50;

    private const int MaximumLimit = 200;

    public static void MapActivity(this IEndpointRouteBuilder api) =>
        api.MapGet("activity/feed/", GetFeed)
            .RequireAuthorization(AccountPolicies.ApiAdministrator)
            .WithName("GetActivityFeed")
            .WithTags("Activity")
            .Query("limit", $"How many: {DefaultLimit} when absent, at most {MaximumLimit}.", DefaultLimit)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden)
            .Example(StatusCodes.Status200OK, ApiExamples.Feed);

    /// <summary>The newest entries of the activity log, newest first.</summary>
    internal static async Task<Ok<WireActivityFeed>> GetFeed(
        QueryFields query,
        ActivityQueries activity,
        CampusCalendar calendar,
        [FromKeyedServices(CampusTime.Key)] TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var limit = query.Number("limit") ?? DefaultLimit;
        if (limit < 1)
        {
            query.Refuse("limit", "At least one.");
        }

        query.ThrowIfRefused();
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await activity.LatestAsync(Math.Min(limit, MaximumLimit), cancellationToken);
        return TypedResults.Ok(new WireActivityFeed(rows.Count, [.. rows.Select(row => Of(row, calendar, now))]));
    }

    private static WireActivity Of(ActivityRow row, CampusCalendar calendar, DateTime now)
    {
        var entry = row.Entry;
        var roomName = row.RoomName ?? $"room {entry.RoomId}";
        return new()
        {
            Id = entry.Id,
            Action = entry.Action,
            RoomId = entry.RoomId,
            RoomName = roomName,
            ReservationId = entry.ReservationId,
            User = entry.UserName,
            Description = Describe(entry, roomName, calendar),
            CreatedAt = entry.CreatedAt,
            TimeAgo = Spans.Ago(now - entry.CreatedAt),
        };
    }

    private static string Describe(ActivityEntry entry, string roomName, CampusCalendar calendar)
    {
        var times = entry.Reservation is { } reservation ? TimesOf(reservation, calendar) : "";
        return entry.Action switch
        {
            ActivityAction.ReservationCreated => $"{entry.UserName} booked {roomName} for {times}: {entry.Detail}",
            ActivityAction.ReservationConfirmed => $"{entry.UserName} confirmed {roomName} for {times}: {entry.Detail}",
            ActivityAction.ReservationCancelled => $"{entry.UserName} cancelled {roomName} for {times}: {entry.Detail}",
            ActivityAction.ReservationUpdated => $"{entry.UserName} changed a reservation, now {roomName} for {times}: {entry.Detail}",
            ActivityAction.ReservationDeleted => $"{entry.UserName} deleted {roomName} for {times}: {entry.Detail}",
            ActivityAction.RoomCreated => $"{entry.UserName} added {roomName}",
            ActivityAction.RoomUpdated => $"{entry.UserName} changed {roomName}",
            ActivityAction.BlackoutCreated => $"{entry.UserName} closed {roomName} for a time",
            _ => $"{entry.UserName} took back a closure of {roomName}",
        };
    }

    /// <summary>Such as <c>23 Nov 2026, 10:00-11:30</c>, with the second date where it is another one.</summary>
    private static string TimesOf(ReservationFacts reservation, CampusCalendar calendar)
    {
        var (start, end) = (calendar.ToLocal(reservation.Start), calendar.ToLocal(reservation.End));
        return start.Date == end.Date
            ? string.Create(CultureInfo.InvariantCulture, $"{start:d MMM yyyy, HH:mm}-{end:HH:mm}")
            : string.Create(CultureInfo.InvariantCulture, $"{start:d MMM yyyy, HH:mm} - {end:d MMM yyyy, HH:mm}");
    }
}
