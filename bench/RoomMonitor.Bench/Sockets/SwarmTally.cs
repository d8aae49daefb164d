namespace RoomMonitor.Bench.Sockets;

/// <summary>Counts on the swarm's thread.</summary>
internal sealed class SwarmTally
{
    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private int _open;
    private int _failed;
    private int _closedEarly;
    private long _messages;
    private long _gaps;
    private long _outOfOrder;

    public SwarmCounts Counts => new(_open, _failed, _closedEarly, _messages, _gaps, _outOfOrder, new Dictionary<string, int>(_reasons));

    public void Message(MessageVerdict verdict)
    {
        _messages++;
        _gaps += verdict == MessageVerdict.Gap ? 1 : 0;
        _outOfOrder += verdict == MessageVerdict.Backwards ? 1 : 0;
    }

    public void Opened() => _open++;

    /// <param name="reason">Null where it was closed here.</param>
    public void Ended(bool wasOpen, string? reason)
    {
        _open -= wasOpen ? 1 : 0;
        if (reason is null)
        {
            return;
        }

        _closedEarly += wasOpen ? 1 : 0;
        _failed += wasOpen ? 0 : 1;
        _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
    }
}
