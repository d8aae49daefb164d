using RoomMonitor.Data.Occupancy;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Realtime;

/// <summary>Reads the board's rolling window: from the start of the campus day to a day beyond what a status can tell of.</summary>
public sealed class OccupancyLoader(
    OccupancyQueries queries, CampusCalendar calendar, [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
{
    private static readonly TimeSpan _ahead = OccupancyRules.FreeUntilWindow + TimeSpan.FromDays(1);

    /// <summary>Whether the window must move on, or back after the clock was set back.</summary>
    public bool IsDue(OccupancyBoard board) =>
        Now < board.From || Now + OccupancyRules.FreeUntilWindow + TimeSpan.FromHours(12) > board.Horizon;

    public async Task<OccupancyLoad> LoadAsync(CancellationToken cancellationToken)
    {
        var from = calendar.DayOf(Now).Start;
        var horizon = Now + _ahead;
        var rooms = await queries.RoomsAsync(cancellationToken);
        var blackouts = await queries.BlackoutsAsync(from, cancellationToken);
        var reservations = (await queries.ReservationsAsync(from, horizon, cancellationToken)).ToList();

        // A chain that runs past the window is followed as far as it goes.
        var ends = reservations.Select(r => (r.RoomId, r.End))
            .Concat(blackouts.Where(blackout => blackout.Start < horizon).Select(blackout => (blackout.RoomId, blackout.End)))
            .GroupBy(hold => hold.RoomId, (roomId, holds) => (RoomId: roomId, End: holds.Max(hold => hold.End))).ToList();
        foreach (var (roomId, end) in ends.Where(room => room.End >= horizon))
        {
            var closures = blackouts.Where(blackout => blackout.RoomId == roomId).ToList();
            reservations.AddRange(await FollowAsync(roomId, closures, end, horizon, cancellationToken));
        }

        return new OccupancyLoad(rooms, reservations, blackouts, from, horizon);
    }

    /// <summary>The reservations beyond the horizon that touch what ends at <paramref name="end"/>, and those that touch them.</summary>
    private async Task<IReadOnlyList<ReservationFacts>> FollowAsync(
        int roomId, List<Blackout> closures, DateTime end, DateTime horizon, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReservationFacts> followers = [];
        while (end >= horizon)
        {
            followers = await queries.ReservationsAsync(roomId, horizon, end.AddTicks(1), cancellationToken);
            var further = followers.Select(r => r.End).Concat(closures.Where(closure => closure.Start <= end).Select(closure => closure.End))
                .DefaultIfEmpty(end).Max();
            if (further <= end)
            {
                break;
            }

            end = further;
        }

        return followers;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
