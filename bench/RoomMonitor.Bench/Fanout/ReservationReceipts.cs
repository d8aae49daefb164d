using RoomMonitor.Bench.Sockets;

namespace RoomMonitor.Bench.Fanout;

/// <summary>When each connection of a swarm received each new reservation, whether or not its answer has come yet.</summary>
public sealed class ReservationReceipts(int sockets)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Row> _rows = [];

    /// <summary>The listener of the swarm.</summary>
    public void Receive(SwarmSocket socket, SwarmMessage message, long timestamp)
    {
        if (!message.IsCreated)
        {
            return;
        }

        lock (_gate)
        {
            if (!_rows.TryGetValue(message.ReservationId, out var row))
            {
                _rows.Add(message.ReservationId, row = new Row(new long[sockets]));
            }

            ref var at = ref row.At[socket.Index];
            if (at == 0)
            {
                at = timestamp;
                row.Received++;
            }
            else
            {
                row.Doubled++;
            }
        }
    }

    /// <summary>How many connections received a reservation, and how often it came once more to one that had it.</summary>
    public (int Received, int Doubled) Count(long reservationId)
    {
        lock (_gate)
        {
            return _rows.TryGetValue(reservationId, out var row) ? (row.Received, row.Doubled) : (0, 0);
        }
    }

    /// <summary>When the connections received a reservation, by the index of the socket; 0 where they didn't.</summary>
    public ReadOnlyMemory<long> TimesOf(long reservationId)
    {
        lock (_gate)
        {
            return _rows.TryGetValue(reservationId, out var row) ? row.At : new long[sockets];
        }
    }

    private sealed class Row(long[] at)
    {
        public long[] At { get; } = at;

        public int Received { get; set; }

        public int Doubled { get; set; }
    }
}
