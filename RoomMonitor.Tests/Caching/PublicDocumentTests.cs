using System.Net;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Tests.Circuits;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Caching;

/// <summary>What is made once for all who ask the same, and what is nobody else's. The campus clock stands still: all is asked in one second.</summary>
public sealed class PublicDocumentTests : IClassFixture<PublicDocumentFixture>
{
    private const string Email = "ada@test.local";
    private const string Screen = "/kiosk/overview";

    /// <summary>With which everything begins that data protection makes.</summary>
    private const string ProtectedPrefix = "CfDJ8";

    private readonly PublicDocumentFixture _fixture;
    private readonly RoomMonitorApp _app;
    private readonly HttpClient _anybody;

    public PublicDocumentTests(PublicDocumentFixture fixture)
    {
        (_fixture, _app, _anybody) = (fixture, fixture.App, fixture.Client());
        fixture.Begin();
    }

    private int Made => _fixture.Made;

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/monitor", HttpStatusCode.OK)]
    [InlineData("/rooms/1", HttpStatusCode.OK)]
    [InlineData("/rooms/4711", HttpStatusCode.NotFound)]
    [InlineData("/nothing/there", HttpStatusCode.NotFound)]
    [InlineData(Screen, HttpStatusCode.OK)]
    [InlineData("/kiosk/rooms/1", HttpStatusCode.OK)]
    [InlineData("/kiosk/free", HttpStatusCode.OK)]
    public async Task Page_AskedForByManyAtOnce_IsMadeOnce(string address, HttpStatusCode status)
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _anybody.GetAsync(address)));
        var bodies = await Task.WhenAll(responses.Append(await _anybody.GetAsync(address)).Select(response => response.Content.ReadAsStringAsync()));

        Made.Should().Be(1);
        bodies.Should().OnlyContain(body => body.Contains("</html>", StringComparison.Ordinal));
        bodies.Distinct().Should().ContainSingle();
        responses.Should().OnlyContain(response => response.StatusCode == status);
        responses.Should().OnlyContain(response => response.Headers.CacheControl!.NoStore, "no cache on the way holds it longer than the second it is of");
        responses.Should().OnlyContain(response => response.Headers.Contains("Content-Security-Policy"));
        responses.SelectMany(response => response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
            .Should().NotContain(cookie => !cookie.StartsWith("roommonitor-culture=", StringComparison.Ordinal), "that is each one's own");
    }

    [Theory]
    [InlineData("/", "Cookie", "roommonitor-theme=dark", "data-theme=\"dark\"")]
    [InlineData("/", "Cookie", "roommonitor-theme=auto-dark", "data-theme=\"dark\"")]
    [InlineData("/", "Cookie", "roommonitor-hint=1", "data-hint=\"seen\"")]
    [InlineData("/", "Accept-Language", "de", "lang=\"de-DE\"")]
    [InlineData("/", "Accept-Language", "en-US", "lang=\"en-US\"")]
    [InlineData("/nothing", "Accept-Language", "de", "lang=\"de-DE\"")]
    [InlineData(Screen, "Accept-Language", "de", "lang=\"de-DE\"")]
    public async Task Page_ThatAnotherReaderSeesDifferently_IsNotHis(string address, string header, string value, string holds)
    {
        (await BodyAsync(_anybody, address)).Should().NotContain(holds);
        using var other = _fixture.Client();
        other.DefaultRequestHeaders.Add(header, value);

        (await BodyAsync(other, address)).Should().Contain(holds);

        Made.Should().Be(2);
    }

    [Fact]
    public async Task Page_OfAnotherAddressHostOrScheme_IsAnother()
    {
        foreach (var address in new[] { "/", "/?q=a", "/?q=b", "http://elsewhere.test/", "https://localhost/", "/not-found", "/nothing" })
        {
            await _anybody.GetAsync(address);
        }

        Made.Should().Be(7);
        (await _anybody.GetAsync("/nothing")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _anybody.GetAsync("/not-found")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Screen_WithWordsItDoesNotRead_IsTheSame()
    {
        foreach (var address in new[] { "", "?x=1", "?x=2", "?utm=3" })
        {
            await _anybody.GetAsync(Screen + address);
        }

        Made.Should().Be(1);
        (await _anybody.GetStringAsync($"{Screen}?theme=dark&x=4")).Should().Contain("data-theme=\"dark\"");
    }

    [Fact]
    public async Task Page_OfWhoIsSignedIn_IsNobodyElses()
    {
        await _app.AddUserAsync(Email);
        using var browser = _app.CreateBrowser();
        await browser.SignInByFormAsync(Email);
        using var anybody = _app.CreateBrowser();

        var own = await browser.GetStringAsync("/");
        var others = await anybody.GetStringAsync("/");
        var again = await browser.GetStringAsync("/");

        own.Should().Contain(Email);
        others.Should().NotContain(Email);
        again.Should().Contain(Email);
        Made.Should().Be(1);
    }

    [Fact]
    public async Task Page_FirstAskedForByANewBrowser_GivesNobodyItsCookie()
    {
        (await _anybody.GetAsync("/")).Headers.GetValues("Set-Cookie").Should().ContainSingle().Which.Should().StartWith("roommonitor-culture=");
        using var known = _fixture.Client();
        known.DefaultRequestHeaders.Add("Cookie", "roommonitor-culture=en-GB");

        (await known.GetAsync("/")).Headers.Contains("Set-Cookie").Should().BeFalse();

        Made.Should().Be(1);
    }

    [Theory]
    [InlineData("/", "Cookie", "RoomMonitor.Session=made-up")]
    [InlineData("/", "Cookie", "RoomMonitor.SessionC1=made-up")]
    [InlineData("/", "Authorization", "Bearer made-up")]
    [InlineData(Screen, "Cookie", "roommonitor-kiosk=made-up")]
    [InlineData("/", "Accept", "text/html; blazor-enhanced-nav=on")]
    [InlineData("/", "Range", "bytes=0-9")]
    public async Task Page_OfWhoMayBeSomebody_IsMadeForHim(string address, string header, string value)
    {
        await BodyAsync(_anybody, address);
        using var other = _fixture.Client();
        other.DefaultRequestHeaders.TryAddWithoutValidation(header, value).Should().BeTrue();

        await BodyAsync(other, address);
        await BodyAsync(other, address);

        Made.Should().Be(1);
    }

    [Fact]
    public async Task Page_ForAll_HoldsNoTokenOfABrowser()
    {
        using var browser = _app.CreateBrowser();
        await browser.GetAsync("/account/sign-in");

        StateOf(await browser.GetStringAsync("/")).Should().NotContain(ProtectedPrefix);

        Made.Should().Be(1);
        browser.DefaultRequestHeaders.Add("Range", "bytes=0-9");
        StateOf(await browser.GetStringAsync("/")).Should().Contain(ProtectedPrefix, "its own page has one, so this looks in the right place");
    }

    [Fact]
    public async Task Page_OfTheNextSecondOrAnotherBoard_IsMadeAnew()
    {
        await _anybody.GetAsync("/");
        await _app.AddRoomAsync("Brand new");

        (await _anybody.GetStringAsync("/")).Should().Contain("Brand new");
        var before = Made;
        await _anybody.GetAsync("/");
        Made.Should().Be(before, "nothing has changed");
        _fixture.Time.Advance(TimeSpan.FromSeconds(1));
        await _anybody.GetAsync("/");
        Made.Should().Be(before + 1);
    }

    [Fact]
    public async Task Page_GivenToTwo_StartsACircuitForEach()
    {
        await _anybody.GetAsync("/");
        var html = await _anybody.GetStringAsync("/");
        Made.Should().Be(1);
        using var first = await CircuitClient.ConnectAsync(_app, "192.0.2.1");
        using var second = await CircuitClient.ConnectAsync(_app, "192.0.2.2");

        var secrets = new[] { await first.StartAsync(html), await second.StartAsync(html) };

        secrets.Should().OnlyHaveUniqueItems().And.NotContainNulls();
    }

    [Fact]
    public async Task SignInPage_IsOneBrowsers()
    {
        var first = AccountTestExtensions.TokenIn(await _anybody.GetStringAsync("/account/sign-in"));

        AccountTestExtensions.TokenIn(await _anybody.GetStringAsync("/account/sign-in")).Should().NotBe(first);
        Made.Should().Be(0);
    }

    /// <summary>What a page hands to its circuit, opened as the server does.</summary>
    private string StateOf(string html)
    {
        const string Begin = "<!--Blazor-Server-Component-State:";
        var start = html.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var state = Convert.FromBase64String(html[start..html.IndexOf("-->", start, StringComparison.Ordinal)]);
        var protector = _app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Microsoft.AspNetCore.Components.Server.State");
        using var json = System.Text.Json.JsonDocument.Parse(protector.Unprotect(state));
        return string.Join('\n', json.RootElement.EnumerateObject().Select(entry => Encoding.UTF8.GetString(entry.Value.GetBytesFromBase64())));
    }

    private static async Task<string> BodyAsync(HttpClient client, string address) => await (await client.GetAsync(address)).Content.ReadAsStringAsync();
}
