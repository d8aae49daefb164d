using System.Net;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Security;

/// <summary>Whose word about a client's address counts: seen by the limit on requests, which is one for each address.</summary>
public sealed class ProxyTrustTests
{
    private const string Proxy = "10.0.0.5";

    [Fact]
    public async Task ForwardedFor_NoProxyTrusted_CountsForNothing()
    {
        await using var app = new RoomMonitorApp().WithServices(FromAddress.Register).With("RateLimits:RequestsPerMinute", "1");

        HttpStatusCode[] asItself = [HttpStatusCode.OK, HttpStatusCode.TooManyRequests];

        (await StatusesAsync(app, Proxy, "203.0.113.1", "203.0.113.2")).Should().Equal(asItself);
        (await StatusesAsync(app, "127.0.0.1", "203.0.113.3", "203.0.113.4")).Should().Equal(asItself);
    }

    [Fact]
    public async Task ForwardedFor_ProxyTrusted_CountsFromItAlone()
    {
        await using var app = new RoomMonitorApp().WithServices(FromAddress.Register).With("RateLimits:RequestsPerMinute", "1")
            .With("ForwardedHeaders:KnownProxies:0", Proxy).With("ForwardedHeaders:KnownNetworks:0", "10.1.0.0/24");
        HttpStatusCode[] asTheClient = [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests];
        HttpStatusCode[] asItself = [HttpStatusCode.OK, HttpStatusCode.TooManyRequests];

        (await StatusesAsync(app, Proxy, "203.0.113.1", "203.0.113.2", "203.0.113.1")).Should().Equal(asTheClient);
        (await StatusesAsync(app, "10.1.0.9", "203.0.113.3", "203.0.113.4", "203.0.113.3")).Should().Equal(asTheClient);
        (await StatusesAsync(app, "198.51.100.7", "203.0.113.5", "203.0.113.6")).Should().Equal(asItself);
        (await StatusesAsync(app, "127.0.0.1", "203.0.113.7", "203.0.113.8"))
            .Should().Equal(asItself, "another program on this machine is no proxy");

        // A client can write addresses of its own before the one that the proxy adds.
        (await StatusesAsync(app, Proxy, "192.0.2.1, 203.0.113.9", "192.0.2.2, 203.0.113.9")).Should().Equal(asItself);
    }

    /// <summary>One request for each value of <c>X-Forwarded-For</c>.</summary>
    private static async Task<List<HttpStatusCode>> StatusesAsync(RoomMonitorApp app, string peer, params string[] forwardedFor)
    {
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Add(FromAddress.Header, peer);
        var statuses = new List<HttpStatusCode>();
        foreach (var address in forwardedFor)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/rooms/");
            request.Headers.Add("X-Forwarded-For", address);
            statuses.Add((await client.SendAsync(request)).StatusCode);
        }

        return statuses;
    }
}
