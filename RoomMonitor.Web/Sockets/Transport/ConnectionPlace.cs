using Microsoft.AspNetCore.Connections;

namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>
/// One connection's place among all, as a feature of the connection. A connection that doesn't ask for anything in time is cut: it would hold
/// the place for nothing. One that is refused has that time for everything.
/// </summary>
internal sealed class ConnectionPlace
{
    private readonly AddressShares _shares;
    private readonly ClientAddress? _address;
    private readonly ITimer _deadline;
    private int _isClosed;

    public ConnectionPlace(AddressShares shares, ClientAddress? address, ConnectionContext connection, bool isServed, TimeProvider clock, TimeSpan patience)
    {
        (_shares, _address, IsServed) = (shares, address, isServed);
        _deadline = clock.CreateTimer(
            state => ((ConnectionContext)state!).Abort(new ConnectionAbortedException("Nothing came in time.")), connection, patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Otherwise all it gets is the answer that there is no room.</summary>
    public bool IsServed { get; }

    /// <summary>A request is here, headers and all: from now on the server has its own deadlines.</summary>
    public void RequestCame()
    {
        if (IsServed)
        {
            _deadline.Dispose();
        }
    }

    /// <summary>Counts it out, once its file is closed.</summary>
    public void Close()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            _deadline.Dispose();
            _shares.Give(_address);
        }
    }
}
