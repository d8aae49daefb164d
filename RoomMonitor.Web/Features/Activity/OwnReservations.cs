using System.Collections.Immutable;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Features.Activity;

/// <summary>
/// Which reservations are one user's, and how they stood last. The board tells nobody whose a reservation is: known are those that
/// were loaded, and those that the user has created since.
/// </summary>
internal sealed class OwnReservations(int userId, IEnumerable<ReservationFacts> loaded)
{
    private readonly Dictionary<int, ReservationFacts> _known = loaded.ToDictionary(facts => facts.Id);

    /// <summary>What of these changes concerns the user, in order.</summary>
    /// <param name="wantsCampus">Every reservation that anybody changes does.</param>
    public ImmutableArray<UserActivity> Sift(IEnumerable<RoomChange> changes, ImmutableHashSet<int> watchedRooms, bool wantsCampus = false)
    {
        var activities = ImmutableArray.CreateBuilder<UserActivity>();
        (int Id, int Version, ReservationFacts? Earlier)? last = null;
        foreach (var change in changes)
        {
            var isByUser = change.ActorId == userId;
            var isOwn = false;
            ReservationFacts? earlier = null;
            if (change.Reservation is { } facts)
            {
                // A move is told in both rooms: the second time it is known already.
                if (last is { } told && told.Id == facts.Id && told.Version == facts.Version)
                {
                    (isOwn, earlier) = (true, told.Earlier);
                }
                else if (_known.TryGetValue(facts.Id, out earlier) ? earlier.Version < facts.Version : isByUser && change.Action == ActivityAction.ReservationCreated)
                {
                    isOwn = true;
                    last = (facts.Id, facts.Version, earlier);
                    Remember(change.Action, facts);
                }
            }

            var isWatched = watchedRooms.Contains(change.RoomId);
            var isOfCampus = wantsCampus && change.Action is not null;
            if (isOwn || isWatched || isOfCampus)
            {
                activities.Add(new UserActivity(change) { IsOwn = isOwn, IsByUser = isByUser, IsWatched = isWatched, IsOfCampus = isOfCampus, Earlier = earlier });
            }
        }

        return activities.ToImmutable();
    }

    private void Remember(ActivityAction? action, ReservationFacts facts)
    {
        if (action is ActivityAction.ReservationCancelled or ActivityAction.ReservationDeleted)
        {
            _known.Remove(facts.Id);
        }
        else
        {
            _known[facts.Id] = facts;
        }
    }
}
