using System.Diagnostics;
using RoomMonitor.Bench.Circuits;
using RoomMonitor.Bench.Core;
using RoomMonitor.Bench.Sockets;

namespace RoomMonitor.Bench.Bell;

/// <summary>When each socket and each circuit had what a bell changed: the first whole status, and the first large render batch, after it.</summary>
internal sealed class BellReceipts(int sockets, int circuits)
{
    /// <summary>A booking changes one card, a bell those of all rooms in sight.</summary>
    private const int LargeBatch = 8_192;

    private long[] _sockets = new long[sockets];
    private long[] _circuits = new long[circuits];
    private long _bell = long.MaxValue;

    /// <summary>The next bell, in ticks of <see cref="Stopwatch"/>.</summary>
    public void Expect(long bell)
    {
        _sockets = new long[sockets];
        _circuits = new long[circuits];
        Volatile.Write(ref _bell, bell);
    }

    public void Receive(SwarmSocket socket, SwarmMessage message, long timestamp)
    {
        if (message.IsStatus && timestamp >= Volatile.Read(ref _bell) && _sockets[socket.Index] == 0)
        {
            _sockets[socket.Index] = timestamp;
        }
    }

    public void Receive(PageCircuit circuit, long receivedAt, ReadOnlySpan<byte> batch)
    {
        if (batch.Length >= LargeBatch && receivedAt >= Volatile.Read(ref _bell) && _circuits[circuit.Number] == 0)
        {
            _circuits[circuit.Number] = receivedAt;
        }
    }

    public (Distribution Sockets, Distribution Circuits) Read() => (SinceBell(_sockets), SinceBell(_circuits));

    private Distribution SinceBell(long[] received) =>
        Distribution.Of(received.Where(at => at > 0).Select(at => Stopwatch.GetElapsedTime(_bell, at).TotalMilliseconds));
}
