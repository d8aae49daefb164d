namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>Counts what is open, in all and for each address, so that no address takes it all. Safe from any thread.</summary>
/// <param name="perAddress">Of one address, but never more than three quarters of all.</param>
/// <param name="total">Of all of them.</param>
internal sealed class AddressShares(int perAddress, int total)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ClientAddress, int> _open = [];
    private int _all;

    public int Total { get; } = total;

    public int Share { get; } = (int)Math.Min(perAddress, ((3L * total) + 3) / 4);

    /// <summary>Counts one in, where there is room; <see cref="Give"/> follows then.</summary>
    /// <param name="address">Null for one that has no share of its own, as a proxy: it counts among all.</param>
    public ShareVerdict Take(ClientAddress? address)
    {
        lock (_gate)
        {
            var verdict = VerdictOn(address);
            if (verdict == ShareVerdict.Room)
            {
                _all++;
                Add(address, 1);
            }

            return verdict;
        }
    }

    /// <summary>Counts one out.</summary>
    public void Give(ClientAddress? address)
    {
        lock (_gate)
        {
            _all--;
            Add(address, -1);
        }
    }

    /// <summary>What <see cref="Take"/> would say.</summary>
    public ShareVerdict Ask(ClientAddress? address)
    {
        lock (_gate)
        {
            return VerdictOn(address);
        }
    }

    private ShareVerdict VerdictOn(ClientAddress? address) =>
        _all >= Total ? ShareVerdict.AllTaken
        : address is { } one && _open.GetValueOrDefault(one) >= Share ? ShareVerdict.ShareTaken
        : ShareVerdict.Room;

    private void Add(ClientAddress? address, int change)
    {
        if (address is not { } one)
        {
            return;
        }

        var open = _open.GetValueOrDefault(one) + change;
        if (open == 0)
        {
            _open.Remove(one);
        }
        else
        {
            _open[one] = open;
        }
    }
}
