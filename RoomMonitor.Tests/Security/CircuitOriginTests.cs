using System.Net;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Security;

/// <summary>Who may talk to circuits.</summary>
public sealed class CircuitOriginTests(CircuitOriginTests.Server server) : IClassFixture<CircuitOriginTests.Server>
{
    public sealed class Server : IAsyncLifetime
    {
        public RoomMonitorApp App { get; } = new RoomMonitorApp().With("Security:CircuitOrigins:0", "https://listed.example.edu");

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync() => await App.DisposeAsync();
    }

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "https://rooms.example.edu", null, true)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "https://rooms.example.edu", "same-origin", true)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", null, null, true)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "https://listed.example.edu", "cross-site", true)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "https://evil.example.edu", null, false)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "https://rooms.example.edu.evil.example", null, false)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "https://rooms.example.edu:8443", null, false)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "http://rooms.example.edu", null, false)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "null", null, false)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", null, "same-site", false)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", null, "cross-site", false)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "https://rooms.example.edu", "same-site", false)]
    [InlineData("/_blazor/disconnect", "https://evil.example.edu", null, false)]
    [InlineData("/_blazor?id=x", "https://evil.example.edu", null, false)]
    [InlineData("/_BLAZOR/negotiate?negotiateVersion=1", "https://evil.example.edu", null, false)]
    public async Task Circuit_OfAPage_OpensForItsOwnHostOnly(string address, string? origin, string? site, bool isAllowed)
    {
        (await SendAsync(HttpMethod.Post, "https://rooms.example.edu", address, origin, site) == HttpStatusCode.Forbidden).Should().Be(!isAllowed);
    }

    /// <summary>The upgrade itself, where no negotiation has to come first.</summary>
    [Theory]
    [InlineData("https://evil.example.edu")]
    [InlineData("null")]
    public async Task Socket_OfAnotherOrigin_IsRefused(string origin) =>
        (await SendAsync(HttpMethod.Get, "https://rooms.example.edu", "/_blazor?id=x", origin, null)).Should().Be(HttpStatusCode.Forbidden);

    /// <summary>A proxy that ends TLS and isn't trusted here: the page is https, the request http.</summary>
    [Fact]
    public async Task Circuit_BehindAProxyThatEndsTls_Opens() =>
        (await SendAsync(HttpMethod.Post, "http://rooms.example.edu", "/_blazor/negotiate?negotiateVersion=1", "https://rooms.example.edu", "same-origin"))
            .Should().Be(HttpStatusCode.OK);

    [Fact]
    public async Task OtherPaths_AreNotLookedAt() =>
        (await SendAsync(HttpMethod.Get, "https://rooms.example.edu", "/api/rooms/status/", "https://evil.example.edu", "cross-site")).Should().Be(HttpStatusCode.OK);

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string host, string address, string? origin, string? site)
    {
        using var client = server.App.CreateClient(new() { BaseAddress = new Uri(host), AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(method, address);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
