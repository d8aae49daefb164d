namespace RoomMonitor.Bench.Sockets;

/// <summary>
/// Whether a connection's messages come in order and without a gap, by the rules for sequence and epoch in docs/websocket-protocol.md.
/// Servers that don't number their messages are judged by the rising ids of new reservations.
/// </summary>
internal struct MessageOrder
{
    private string? _epoch;
    private long _last;

    public MessageVerdict Judge(SwarmMessage message)
    {
        var number = message.Sequence >= 0 ? message.Sequence : message.IsCreated ? message.ReservationId : -1;
        if (number < 0)
        {
            return MessageVerdict.InOrder;
        }

        var last = _last;
        if (message.Epoch != _epoch)
        {
            var isFirst = _epoch is null;
            (_epoch, _last) = (message.Epoch, number);
            return isFirst ? MessageVerdict.InOrder : MessageVerdict.Gap;
        }

        _last = Math.Max(last, number);
        return message.Sequence < 0 ? (number < last ? MessageVerdict.Backwards : MessageVerdict.InOrder)
            : number < last || (number == last && message.IsChange) ? MessageVerdict.Backwards
            : number > last + (message.IsChange ? 1 : 0) && !message.IsStatus ? MessageVerdict.Gap
            : MessageVerdict.InOrder;
    }
}
