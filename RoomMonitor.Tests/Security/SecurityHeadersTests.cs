using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Security;

public sealed class SecurityHeadersTests : IAsyncLifetime
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private readonly RoomMonitorApp _app = new();
    private HttpClient _browser = null!;

    public Task InitializeAsync()
    {
        _browser = _app.WithServices(services => services.AddSingleton<IAuthorizationPolicyProvider, Failing>()).CreateBrowser();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/monitor", HttpStatusCode.OK)]
    [InlineData("/account/sign-in", HttpStatusCode.OK)]
    [InlineData("/account/access-denied", HttpStatusCode.OK)]
    [InlineData("/app.css", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/api/rooms/", HttpStatusCode.OK)]
    [InlineData("/api/nothing/", HttpStatusCode.NotFound)]
    [InlineData("/api/auth/me/", HttpStatusCode.Unauthorized)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/ws/rooms/987654/", HttpStatusCode.NotFound)]
    [InlineData("/monitor?fail=1", HttpStatusCode.InternalServerError)]
    public async Task Any_Response_CarriesThem(string address, HttpStatusCode status)
    {
        var response = await _browser.GetAsync(address);

        response.StatusCode.Should().Be(status);
        string Header(string name) => string.Join(" | ", response.Headers.GetValues(name));
        Header("Content-Security-Policy").Should().Be(Policy);
        Header("X-Content-Type-Options").Should().Be("nosniff");
        Header("X-Frame-Options").Should().Be("DENY");
        Header("Referrer-Policy").Should().Be("strict-origin-when-cross-origin");
        Header("Permissions-Policy").Should().Contain("camera=()");
        Header("Cross-Origin-Opener-Policy").Should().Be("same-origin");
        Header("Cross-Origin-Resource-Policy").Should().Be("same-origin");
        Header("X-RoomMonitor").Should().Be("1", "the service worker knows by it that no proxy answered");
    }

    /// <summary>What is made to be embedded, and nothing else.</summary>
    [Theory]
    [InlineData("/js/room-socket.js")]
    [InlineData("/js/room-badge.js")]
    [InlineData("/asyncapi.yaml")]
    [InlineData("/rooms/{id}/badge.svg")]
    public async Task Embedded_ForOtherSites_MayBeLoadedByThem(string address)
    {
        var room = await _app.AddRoomAsync();

        var response = await _browser.GetAsync(address.Replace("{id}", $"{room.Id}", StringComparison.Ordinal));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.GetValues("Cross-Origin-Resource-Policy").Should().Equal("cross-origin");
    }

    [Theory]
    [InlineData("/account/sign-in?returnUrl=%2Fmonitor%3Fq%3Da", "/monitor?q=a")]
    [InlineData("/account/sign-in", "/")]
    public async Task Redirect_ToThisServer_NamesNoHost(string address, string expected)
    {
        await _app.AddUserAsync("ada@test.local");

        var response = await _browser.SignInByFormAsync("ada@test.local", address: address);

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.Should().Be(expected);
    }

    [Fact]
    public async Task Page_ThatFails_IsTheErrorPageWithoutTrace()
    {
        var response = await _browser.GetAsync("/monitor?fail=1");

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).Should().Contain("The page could not be loaded").And.NotContain(Failing.Secret);
    }

    [Fact]
    public async Task Api_ThatFails_IsAProblemDocument()
    {
        var response = await _browser.GetAsync("/api/rooms/?fail=1");

        (await response.ProblemAsync(HttpStatusCode.InternalServerError)).GetRawText().Should().NotContain(Failing.Secret);
    }

    [Theory]
    [InlineData("/nothing", true)]
    [InlineData("/api/nothing/", false)]
    [InlineData("/health/nothing", false)]
    [InlineData("/ws/nothing", false)]
    public async Task NotFound_Page_IsForPagesOnly(string address, bool isPage)
    {
        var response = await _browser.GetAsync(address);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).Contains("There is no page here", StringComparison.Ordinal).Should().Be(isPage);
    }

    [Fact]
    public async Task WrongMethod_OnAFile_IsSaidByTheStatus()
    {
        var response = await _browser.PostAsync("/app.css", null);

        response.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        (await response.Content.ReadAsStringAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Development", false)]
    public async Task StrictTransport_IsForServersThatPeopleRelyOn(string environment, bool expected)
    {
        await using var app = new RoomMonitorApp().WithEnvironment(environment);
        var client = app.CreateBrowser();
        client.DefaultRequestHeaders.Host = "rooms.example.edu";

        var response = await client.GetAsync("/health/live");

        response.Headers.Contains("Strict-Transport-Security").Should().Be(expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StrictTransport_OfNamesBelow_IsASetting(bool isSet)
    {
        await using var app = new RoomMonitorApp().WithEnvironment("Production").With("Security:HstsIncludeSubDomains", $"{isSet}");
        var client = app.CreateBrowser();
        client.DefaultRequestHeaders.Host = "rooms.example.edu";

        var header = (await client.GetAsync("/health/live")).Headers.GetValues("Strict-Transport-Security").Should().ContainSingle().Subject;

        header.Contains("includeSubDomains", StringComparison.OrdinalIgnoreCase).Should().Be(isSet);
    }

    [Theory]
    [InlineData("/app.css", "text/css")]
    [InlineData("/js/app.js", "text/javascript")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    [InlineData("/api/nothing/", "application/problem+json")]
    public async Task Text_SaysInWhichCharactersItIs(string address, string type)
    {
        await using var app = new RoomMonitorApp();

        (await app.CreateClient().GetAsync(address)).Content.Headers.ContentType!.ToString().Should().Be($"{type}; charset=utf-8");
    }

    /// <summary>Fails, in the middle of everything, when the query asks for it.</summary>
    private sealed class Failing(IOptions<AuthorizationOptions> options, IHttpContextAccessor current) : IAuthorizationPolicyProvider
    {
        public const string Secret = "the inner workings";

        private readonly DefaultAuthorizationPolicyProvider _inner = new(options);

        public bool AllowsCachingPolicies => false;

        public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) => _inner.GetPolicyAsync(policyName);

        public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => _inner.GetDefaultPolicyAsync();

        public Task<AuthorizationPolicy?> GetFallbackPolicyAsync()
        {
            var request = current.HttpContext!.Request;
            return request.Query.ContainsKey("fail") && request.Path != "/error" ? throw new InvalidOperationException(Secret) : _inner.GetFallbackPolicyAsync();
        }
    }
}
