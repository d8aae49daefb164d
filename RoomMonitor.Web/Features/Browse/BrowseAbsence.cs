using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Features.Browse;

/// <summary>What there is instead, where no room fits.</summary>
/// <param name="Elsewhere">The first room of another building that fits.</param>
/// <param name="Later">The room that is the first to fit later on.</param>
/// <param name="LaterFrom">From when.</param>
public sealed record BrowseAbsence(RoomOccupancy? Elsewhere, RoomOccupancy? Later, DateTime? LaterFrom)
{
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(15);

    public static BrowseAbsence Of(OccupancySnapshot snapshot, BrowseRequest request, DateTime now)
    {
        var elsewhere = request.Query.Building.Length > 0
            ? BrowseSelection.Of(snapshot, request with { Query = request.Query with { Building = "" } }).FirstOrDefault()
            : null;
        var asksForFree = request.Slot is not null || request.Query.Status == OccupancyStatus.Free;
        if (request.Taken is not null || !asksForFree)
        {
            return new BrowseAbsence(elsewhere, null, null);
        }

        var from = request.Slot?.Start ?? now;
        var length = request.Slot?.Length ?? _shortest;
        var horizon = now + OccupancyRules.FreeUntilWindow;
        var (later, start) = BrowseSelection.AtAnyTime(snapshot, request.Query)
            .Select(room => (Room: room, Start: room.Schedule.FirstFree(from, length)))
            .Where(candidate => candidate.Start + length <= horizon)
            .OrderBy(candidate => candidate.Start)
            .FirstOrDefault();
        return later is null ? new BrowseAbsence(elsewhere, null, null) : new BrowseAbsence(elsewhere, later, start);
    }
}
