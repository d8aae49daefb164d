namespace RoomMonitor.Web.Realtime;

/// <summary>When each room's status changes next by the passing of time, earliest first. One entry a room counts, its newest.</summary>
internal sealed class TransitionQueue
{
    private readonly PriorityQueue<int, DateTime> _queue = new();
    private readonly Dictionary<int, DateTime> _due = [];

    /// <summary>The earliest transition; <see cref="DateTime.MaxValue"/> where there is none.</summary>
    public DateTime Next
    {
        get
        {
            while (_queue.TryPeek(out var roomId, out var at))
            {
                if (IsCurrent(roomId, at))
                {
                    return at;
                }

                _queue.Dequeue();
            }

            return DateTime.MaxValue;
        }
    }

    public void Set(int roomId, DateTime at)
    {
        if (!IsCurrent(roomId, at))
        {
            _due[roomId] = at;
            _queue.Enqueue(roomId, at);
        }
    }

    /// <summary>Takes out the rooms whose transition is due; each must be set again.</summary>
    public List<int> TakeDue(DateTime now)
    {
        var due = new List<int>();
        while (Next <= now)
        {
            var roomId = _queue.Dequeue();
            _due.Remove(roomId);
            due.Add(roomId);
        }

        return due;
    }

    public void Clear()
    {
        _queue.Clear();
        _due.Clear();
    }

    private bool IsCurrent(int roomId, DateTime at) => _due.TryGetValue(roomId, out var current) && current == at;
}
