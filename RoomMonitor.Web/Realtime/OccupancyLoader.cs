using RoomMonitor.Data.Occupancy;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Reservations;
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
        foreach (var (roomId, end) in reservations.GroupBy(r => r.RoomId).Select(room => (room.Key, room.Max(r => r.End))).ToList())
        {
            reservations.AddRange(await FollowAsync(roomId, end, horizon, cancellationToken));
        }

        return new OccupancyLoad(rooms, reservations, blackouts, from, horizon);
    }

    private async Task<List<ReservationFacts>> FollowAsync(int roomId, DateTime end, DateTime horizon, CancellationToken cancellationToken)
    {
        var followers = new List<ReservationFacts>();
        while (end >= horizon)
        {
            var next = (await queries.ReservationsAsync(roomId, horizon, end + Reservation.MaximumLength, cancellationToken))
                .FirstOrDefault(r => r.Start <= end && r.End > end);
            if (next is null)
            {
                break;
            }

            followers.Add(next);
            end = next.End;
        }

        return followers;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
