using System.ComponentModel.DataAnnotations;
using System.Net;
using IPNetwork = System.Net.IPNetwork;

namespace RoomMonitor.Web.Security;

/// <summary>
/// Section <c>ForwardedHeaders</c>: the reverse proxies whose word about a client's address and scheme counts. None as shipped, since
/// anybody can send such headers.
/// </summary>
public sealed class ProxyOptions : IValidatableObject
{
    /// <summary>Addresses of proxies, such as <c>10.0.0.5</c>.</summary>
    public IReadOnlyList<string> KnownProxies { get; init; } = [];

    /// <summary>Networks of proxies, such as <c>10.0.0.0/8</c>.</summary>
    public IReadOnlyList<string> KnownNetworks { get; init; } = [];

    /// <summary>Proxies one behind the other.</summary>
    [Range(1, 10)]
    public int ForwardLimit { get; init; } = 1;

    private List<IPNetwork>? _trusted;

    public bool IsConfigured => KnownProxies.Count > 0 || KnownNetworks.Count > 0;

    /// <summary>Whether a peer is one of the proxies. Only once the settings were validated.</summary>
    public bool Trusts(IPAddress peer)
    {
        _trusted ??=
        [
            .. KnownProxies.Select(proxy => Plain(IPAddress.Parse(proxy))).Select(proxy => new IPNetwork(proxy, proxy.GetAddressBytes().Length * 8)),
            .. KnownNetworks.Select(network => IPNetwork.Parse(network)),
        ];
        return _trusted.Exists(network => network.Contains(Plain(peer)));
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var proxy in KnownProxies.Where(proxy => !IPAddress.TryParse(proxy, out _)))
        {
            yield return new ValidationResult($"ForwardedHeaders:KnownProxies holds \"{proxy}\", which is no IP address.", [nameof(KnownProxies)]);
        }

        foreach (var network in KnownNetworks.Where(network => !IPNetwork.TryParse(network, out _)))
        {
            yield return new ValidationResult($"ForwardedHeaders:KnownNetworks holds \"{network}\", which is no network such as 10.0.0.0/8.", [nameof(KnownNetworks)]);
        }
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
