using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Realtime;

/// <summary>
/// The one place where room occupancy changes: holds the <see cref="OccupancyBoard"/>, applies committed changes and the passing
/// of time to it, and hands each update to every subscriber, in order. A singleton.
/// </summary>
public sealed class OccupancyBroadcaster(OccupancyBoard board, [FromKeyedServices(CampusTime.Key)] TimeProvider clock, IOptions<RealtimeOptions> options)
{
    private readonly Lock _gate = new();
    private ImmutableArray<OccupancySubscription> _subscriptions = [];

    /// <summary>The next transition has moved; raised outside the lock.</summary>
    public event Action? NextTransitionMoved;

    /// <summary>The board as everybody has been told of it.</summary>
    public OccupancySnapshot Snapshot => board.Snapshot;

    public int SubscriberCount => _subscriptions.Length;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Snapshot and subscription in one step: no update is missed or seen twice.</summary>
    public OccupancySubscription Subscribe()
    {
        lock (_gate)
        {
            var subscription = new OccupancySubscription(board.Snapshot, options.Value.SubscriberQueue, Unsubscribe);
            _subscriptions = _subscriptions.Add(subscription);
            return subscription;
        }
    }

    /// <summary>Replaces the whole board by what the database says (start, a window that moved on, changed rooms).</summary>
    public void Load(OccupancyLoad load)
    {
        lock (_gate)
        {
            Publish(board.Load(load, Now));
        }

        NextTransitionMoved?.Invoke();
    }

    /// <summary>Applies what one transaction changed, after it was committed.</summary>
    public void Apply(IReadOnlyList<ActivityEntry> entries)
    {
        lock (_gate)
        {
            // One instant for both: a transition between two looks at the clock would be taken in without being told.
            var now = Now;
            Publish(board.Advance(now, all: false));
            Publish(board.Apply(entries, now));
        }

        NextTransitionMoved?.Invoke();
    }

    /// <summary>
    /// Publishes every transition that is due, and gives back the board after it: for who says what a room's status is now. Takes the
    /// lock only where one is due.
    /// </summary>
    public OccupancySnapshot PublishDue()
    {
        if (board.Snapshot.NextTransition <= Now)
        {
            Advance();
        }

        return board.Snapshot;
    }

    /// <summary>Lets time pass: publishes every transition that is due.</summary>
    /// <param name="all">Recompute each room from wall time, for a clock that was stepped or a machine that slept.</param>
    public void Advance(bool all = false)
    {
        lock (_gate)
        {
            Publish(board.Advance(Now, all));
        }

        NextTransitionMoved?.Invoke();
    }

    private void Publish(OccupancyUpdate? update)
    {
        if (update is null)
        {
            return;
        }

        foreach (var subscription in _subscriptions)
        {
            subscription.Offer(update);
        }
    }

    private void Unsubscribe(OccupancySubscription subscription)
    {
        lock (_gate)
        {
            _subscriptions = _subscriptions.Remove(subscription);
        }
    }
}
