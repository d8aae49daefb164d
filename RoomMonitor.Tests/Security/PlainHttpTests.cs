using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Tests.Kiosks;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Tests.Security;

/// <summary>In Production, over http, from another machine: no password is taken.</summary>
public sealed class PlainHttpTests(ProductionFixture production) : IClassFixture<ProductionFixture>
{
    private const string Email = "ada@test.local";

    private static readonly Uri _plain = new("http://rooms.example.edu");

    [Theory]
    [InlineData("GET", "/account/sign-in?returnUrl=%2Fmonitor")]
    [InlineData("POST", "/account/sign-in")]
    [InlineData("GET", "/kiosk/pair/code")]
    [InlineData("POST", "/kiosk/pair/code")]
    public async Task SignIn_FromAnotherMachine_IsAPageThatSaysWhy(string method, string address)
    {
        using var browser = Browser(production.App, _plain);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST")
        {
            request.Content = AccountTestExtensions.SignInForm(Email, AccountTestExtensions.Password, null);
        }

        var response = await browser.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        var html = await response.Content.ReadAsStringAsync();
        html.Should().Contain("need https").And.Contain("https://rooms.example.edu/account/sign-in").And.NotContain("type=\"password\"").And.NotContain(AccountTestExtensions.Password);
        string.Join('\n', response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []).Should().NotContainAny("Session", "roommonitor-kiosk");
    }

    [Theory]
    [InlineData("/api/auth/login/")]
    [InlineData("/api/auth/login")]
    [InlineData("/api/auth/token/refresh/")]
    public async Task Tokens_FromAnotherMachine_AreRefusedByAProblemDocument(string address)
    {
        using var client = Browser(production.App, _plain);

        var response = await client.PostAsJsonAsync(address, new { email = Email, password = AccountTestExtensions.Password, refresh = "x" });

        (await response.ProblemAsync(HttpStatusCode.Forbidden)).GetProperty("detail").GetString().Should().Contain("https");
        production.Logged(908).Should().Be(1, "an operator is told once");
    }

    [Theory]
    [InlineData("http://localhost", null, true)]
    [InlineData("http://127.0.0.1:5080", null, true)]
    [InlineData("http://[::1]:5080", null, true)]
    [InlineData("https://rooms.example.edu", null, true)]
    [InlineData("http://localhost", "X-Forwarded-For", false)]
    [InlineData("http://rooms.example.edu", "X-Forwarded-Proto", false)]
    public async Task SignIn_FromHereOrByTls_IsThere(string address, string? header, bool isThere)
    {
        using var browser = Browser(production.App, new Uri(address));
        if (header is not null)
        {
            browser.DefaultRequestHeaders.Add(header, header == "X-Forwarded-For" ? "203.0.113.7" : "https");
        }

        (await browser.GetAsync("/account/sign-in")).StatusCode.Should().Be(isThere ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task SignIn_AllowedForALab_WorksWithCookiesThatGoOverHttp()
    {
        await using var app = new RoomMonitorApp().WithEnvironment("Production").With("Security:AllowPlainHttp", "true");
        await app.AddUserAsync(Email);
        using var browser = Browser(app, _plain);

        var response = await browser.SignInByFormAsync(Email);

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        response.Headers.GetValues("Set-Cookie").Should().Contain(cookie => cookie.StartsWith("RoomMonitor.Session=", StringComparison.Ordinal))
            .And.OnlyContain(cookie => !cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A screen's cookie is a key to its rooms, also where a proxy in front ends TLS and nobody said so.</summary>
    [Fact]
    public async Task Screen_PairedOverHttpOnThisMachine_GetsASecureCookie()
    {
        var room = await production.App.AddRoomAsync();
        var (_, code) = await production.App.Services.GetRequiredService<KioskRegistry>().RegisterAsync(
            new KioskDraft("Door", KioskKind.Room, room.Id, null, null, false, false), KioskFixture.Administrator, default);

        var paired = await Browser(production.App, new Uri("http://localhost")).PostAsync($"/kiosk/pair/{code}", null);

        paired.Headers.GetValues("Set-Cookie").Should().ContainSingle().Which.ToLowerInvariant().Should().StartWith("roommonitor-kiosk=").And.Contain("; secure");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("*", true)]
    [InlineData("rooms.example.edu;*", true)]
    [InlineData("rooms.example.edu", false)]
    public void Hosts_AnyAllowed_IsKnown(string? hosts, bool isAny) => SecurityExtensions.AllowsAnyHost(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["AllowedHosts"] = hosts }).Build()).Should().Be(isAny);

    [Fact]
    public async Task Hosts_AnyAllowedInProduction_IsAskedFor()
    {
        (await Browser(production.App, _plain).GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);

        production.Logged(909).Should().Be(1);
    }

    /// <summary>As where the server itself has TLS.</summary>
    [Fact]
    public async Task Get_WhereTlsIsThere_IsSentToIt()
    {
        await using var app = new RoomMonitorApp().WithEnvironment("Production").With("https_port", "5443").With("AllowedHosts", "rooms.example.edu");
        using var browser = Browser(app, _plain);
        (await Browser(app, new Uri("http://evil.example")).GetAsync("/monitor")).StatusCode.Should().Be(HttpStatusCode.BadRequest);

        var page = await browser.GetAsync("/monitor?status=free");

        page.StatusCode.Should().Be(HttpStatusCode.TemporaryRedirect);
        page.Headers.Location!.OriginalString.Should().Be("https://rooms.example.edu:5443/monitor?status=free");
        (await browser.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK, "load balancers don't follow");
        (await browser.PostAsync("/account/sign-in", null)).StatusCode.Should().Be(HttpStatusCode.Forbidden, "what was sent can't be taken back");
        (await browser.GetAsync("/api/rooms/")).StatusCode.Should().Be(HttpStatusCode.TemporaryRedirect);

        browser.DefaultRequestHeaders.Add("Authorization", "Bearer anything");
        (await (await browser.GetAsync("/api/rooms/")).ProblemAsync(HttpStatusCode.Forbidden)).GetProperty("detail").GetString()
            .Should().Contain("https", "a program that is led there would go on sending its token for all to read");
    }

    [Fact]
    public async Task Get_BehindATrustedProxy_IsSentToTlsByTheProxysWord()
    {
        await using var app = new RoomMonitorApp().WithEnvironment("Production").With("ForwardedHeaders:KnownProxies:0", "10.0.0.5");

        async Task<HttpResponseMessage> GetAsync(string scheme)
        {
            using var browser = Browser(app, _plain);
            browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
            return await browser.GetAsync("/account/sign-in");
        }

        var (plain, secure) = (await GetAsync("http"), await GetAsync("https"));
        plain.StatusCode.Should().Be(HttpStatusCode.TemporaryRedirect);
        plain.Headers.Location!.OriginalString.Should().Be("https://rooms.example.edu/account/sign-in");
        secure.StatusCode.Should().Be(HttpStatusCode.OK);
        secure.Headers.Contains("Strict-Transport-Security").Should().BeTrue();
    }

    private static HttpClient Browser(RoomMonitorApp app, Uri address)
    {
        var browser = app.CreateBrowser();
        browser.BaseAddress = address;
        return browser;
    }
}
