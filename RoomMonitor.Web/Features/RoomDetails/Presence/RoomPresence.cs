using System.Collections.Immutable;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails.Presence;

/// <summary>
/// Who looks at which room, and which slots are about to be booked: hints for the people on a room's page, never locks; booking doesn't
/// ask them. Only the viewers of the same room are told. A singleton.
/// </summary>
public sealed class RoomPresence(TimeProvider clock)
{
    /// <summary>So long a slot is seen as being booked after its form was last used.</summary>
    public static readonly TimeSpan PickLength = TimeSpan.FromSeconds(90);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, List<RoomViewer>> _rooms = [];

    /// <summary>How many viewers there are in all, connected or not.</summary>
    public int ViewerCount
    {
        get
        {
            lock (_gate)
            {
                return _rooms.Values.Sum(viewers => viewers.Count);
            }
        }
    }

    /// <summary>A circuit opens a room's page; it is told at once how things stand.</summary>
    public RoomViewer Enter(int roomId)
    {
        var viewer = new RoomViewer(this, roomId);
        lock (_gate)
        {
            if (!_rooms.TryGetValue(roomId, out var viewers))
            {
                _rooms[roomId] = viewers = [];
            }

            viewers.Add(viewer);
            Tell(viewers);
        }

        return viewer;
    }

    internal void Leave(RoomViewer viewer)
    {
        lock (_gate)
        {
            if (!_rooms.TryGetValue(viewer.RoomId, out var viewers) || !viewers.Remove(viewer))
            {
                return;
            }

            EndPick(viewer);
            viewer.Complete();
            if (viewers.Count == 0)
            {
                _rooms.Remove(viewer.RoomId);
            }
            else
            {
                Tell(viewers);
            }
        }
    }

    internal void SetConnected(RoomViewer viewer, bool isConnected)
    {
        lock (_gate)
        {
            if (viewer.IsConnected != isConnected && ViewersWith(viewer) is { } viewers)
            {
                viewer.IsConnected = isConnected;
                Tell(viewers);
            }
        }
    }

    internal void Pick(RoomViewer viewer, TimeSlot slot)
    {
        lock (_gate)
        {
            if (ViewersWith(viewer) is not { } viewers)
            {
                return;
            }

            var isNews = viewer.Picked != slot;
            EndPick(viewer);
            viewer.Picked = slot;
            var number = viewer.PickNumber;
            viewer.PickEnd = clock.CreateTimer(_ => Expire(viewer, number), null, PickLength, Timeout.InfiniteTimeSpan);
            if (isNews)
            {
                Tell(viewers);
            }
        }
    }

    internal void Release(RoomViewer viewer)
    {
        lock (_gate)
        {
            if (viewer.Picked is not null && ViewersWith(viewer) is { } viewers)
            {
                EndPick(viewer);
                Tell(viewers);
            }
        }
    }

    private static void EndPick(RoomViewer viewer)
    {
        viewer.PickEnd?.Dispose();
        viewer.PickEnd = null;
        viewer.Picked = null;
        viewer.PickNumber++;
    }

    /// <summary>Under the lock, so that nobody is told of an older state after a newer one; writing to a channel never waits.</summary>
    private static void Tell(List<RoomViewer> viewers)
    {
        var present = viewers.Where(viewer => viewer.IsConnected).ToList();
        var pickers = present.Where(viewer => viewer.Picked is not null).ToList();
        foreach (var viewer in viewers)
        {
            var picks = pickers.Where(picker => picker != viewer).Select(picker => picker.Picked!.Value).Distinct().OrderBy(slot => slot.Start);
            viewer.Tell(new RoomPresenceView(present.Count - (viewer.IsConnected ? 1 : 0), [.. picks]));
        }
    }

    private List<RoomViewer>? ViewersWith(RoomViewer viewer) =>
        _rooms.TryGetValue(viewer.RoomId, out var viewers) && viewers.Contains(viewer) ? viewers : null;

    private void Expire(RoomViewer viewer, int number)
    {
        lock (_gate)
        {
            // A timer that was due may call late, when the form has been used again.
            if (viewer.PickNumber == number && ViewersWith(viewer) is { } viewers)
            {
                EndPick(viewer);
                Tell(viewers);
            }
        }
    }
}
