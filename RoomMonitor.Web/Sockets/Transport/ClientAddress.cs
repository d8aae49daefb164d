using System.Net;
using System.Net.Sockets;

namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>
/// Whose address it is, wherever one is counted: IPv4 as it is, also where it comes inside IPv6; of IPv6 the /64, which one customer gets as a
/// whole. Equal for everything that counts as one.
/// </summary>
internal readonly record struct ClientAddress
{
    private const int PrefixBytes = 8;
    private const int AddressBytes = 16;

    private readonly IPAddress? _address;

    private ClientAddress(IPAddress? address) => _address = address;

    /// <summary>Who asks; behind a trusted proxy whoever the proxy says.</summary>
    public static ClientAddress Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    /// <param name="address">Null where there is none, as on a Unix socket: all of these count as one.</param>
    public static ClientAddress Of(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 })
        {
            return new(address);
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return new(address.MapToIPv4());
        }

        Span<byte> bytes = stackalloc byte[AddressBytes];
        address.TryWriteBytes(bytes, out _);
        bytes[PrefixBytes..].Clear();
        return new(new IPAddress(bytes));
    }

    /// <summary>Such as <c>192.0.2.7</c>, or <c>2001:db8:1:2::/64</c>.</summary>
    public override string ToString() => _address switch
    {
        null => "unknown",
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"{_address}/{PrefixBytes * 8}",
        _ => _address.ToString(),
    };
}
