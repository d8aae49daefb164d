using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace RoomMonitor.Bench.Circuits;

/// <summary>
/// One change of a room, recognised by the instant that its card then counts down to: no other change has the same, and no render
/// batch names it before.
/// </summary>
internal sealed class RoomChange
{
    private readonly long[] _receivedAt;

    public RoomChange(int room, DateTime until, int circuits)
    {
        (Room, Until) = (room, until.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        Mark = Encoding.UTF8.GetBytes(Until);
        _receivedAt = new long[circuits];
    }

    public int Room { get; }

    public string Until { get; }

    public byte[] Mark { get; }

    /// <summary>Just before the request was sent.</summary>
    public long SentAt { get; set; }

    /// <summary>When the request was answered.</summary>
    public long AnsweredAt { get; set; }

    public bool IsEverywhere => Array.TrueForAll(_receivedAt, at => at != 0);

    public int Missed => _receivedAt.Count(at => at == 0);

    /// <summary>From request sent to batch received, in milliseconds, of each circuit that got it.</summary>
    public IEnumerable<double> Latencies => _receivedAt.Where(at => at != 0).Select(at => Stopwatch.GetElapsedTime(SentAt, at).TotalMilliseconds);

    public void Receive(int circuit, long at)
    {
        if (_receivedAt[circuit] == 0)
        {
            _receivedAt[circuit] = at;
        }
    }
}
