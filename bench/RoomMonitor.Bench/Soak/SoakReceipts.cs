using System.Diagnostics;
using RoomMonitor.Bench.Core;
using RoomMonitor.Bench.Sockets;

namespace RoomMonitor.Bench.Soak;

/// <summary>
/// Matches what the steady sockets receive with what was booked and cancelled, and forgets it as soon as all have it, so that any
/// time can be measured in the same memory.
/// </summary>
/// <param name="steady">The first sockets of the swarm, which are to receive everything.</param>
internal sealed class SoakReceipts(int steady)
{
    /// <summary>Until a message counts as lost.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<(long Reservation, string Event), Row> _rows = [];
    private LatencyHistogram _latencies = new();

    /// <summary>Messages that never came.</summary>
    public long Lost { get; private set; }

    /// <summary>The same once more on the same connection, or of something that nobody did.</summary>
    public long Doubled { get; private set; }

    public long Received { get; private set; }

    /// <summary>The listener of the swarm.</summary>
    public void Receive(SwarmSocket socket, SwarmMessage message, long timestamp)
    {
        if (socket.Index >= steady || message.ReservationId < 0)
        {
            return;
        }

        lock (_gate)
        {
            var row = RowOf(message.ReservationId, message.EventType);
            ref var at = ref row.At[socket.Index];
            if (at == 0)
            {
                at = timestamp;
                row.Received++;
            }
            else
            {
                Doubled++;
            }
        }
    }

    /// <summary>All steady sockets are to receive this, or have.</summary>
    public void Expect(long reservation, string eventType, long sentAt)
    {
        lock (_gate)
        {
            RowOf(reservation, eventType).SentAt = sentAt;
        }
    }

    /// <summary>Counts what all have, or what some will not get any more. To be called every second or so.</summary>
    public void Settle()
    {
        lock (_gate)
        {
            foreach (var (key, row) in _rows)
            {
                if ((row.SentAt > 0 && row.Received == steady) || Stopwatch.GetElapsedTime(row.MadeAt) > _patience)
                {
                    _rows.Remove(key);
                    Count(row);
                }
            }
        }
    }

    /// <summary>The times from request to message of what was settled since the last call.</summary>
    public LatencyHistogram TakeLatencies()
    {
        lock (_gate)
        {
            var taken = _latencies;
            _latencies = new LatencyHistogram();
            return taken;
        }
    }

    private Row RowOf(long reservation, string eventType)
    {
        if (!_rows.TryGetValue((reservation, eventType), out var row))
        {
            _rows.Add((reservation, eventType), row = new Row(new long[steady], Stopwatch.GetTimestamp()));
        }

        return row;
    }

    private void Count(Row row)
    {
        if (row.SentAt == 0)
        {
            Doubled += row.Received;
            return;
        }

        Received += row.Received;
        Lost += steady - row.Received;
        foreach (var at in row.At)
        {
            if (at > 0)
            {
                _latencies.Add(Stopwatch.GetElapsedTime(row.SentAt, at).TotalMilliseconds);
            }
        }
    }

    private sealed class Row(long[] at, long madeAt)
    {
        public long[] At { get; } = at;

        public long MadeAt { get; } = madeAt;

        public long SentAt { get; set; }

        public int Received { get; set; }
    }
}
