using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Tests.Hosting;

/// <summary>Under a path behind a proxy, which passes it whole or cuts it off.</summary>
public sealed partial class PathBaseTests : IAsyncLifetime
{
    private const string Path = "/campus/rooms";
    private const string Email = "ada@test.local";

    private readonly RoomMonitorApp _app = new RoomMonitorApp().With("PathBase", Path);
    private int _room;

    public async Task InitializeAsync()
    {
        _room = (await _app.AddRoomAsync()).Id;
        await _app.AddUserAsync(Email, Roles.Administrator);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/monitor")]
    [InlineData("/rooms/1")]
    [InlineData("/account/sign-in")]
    [InlineData("/nothing/here")]
    [InlineData("/offline")]
    [InlineData("/docs")]
    [InlineData("/kiosk/overview")]
    [InlineData("/kiosk/rooms/1")]
    [InlineData("/kiosk/pair/none")]
    public async Task Page_PassedWholeOrCut_LinksBelowThePathOnly(string page)
    {
        using var browser = _app.CreateBrowser();

        foreach (var address in new[] { Path + page, page })
        {
            var response = await browser.GetAsync(address);
            var html = await response.Content.ReadAsStringAsync();

            html.Should().Contain($"<base href=\"{Path}/\"");
            Link().Matches(html).Select(link => link.Groups[1].Value).Where(link => link.StartsWith('/') && !link.StartsWith($"{Path}/", StringComparison.Ordinal)).Should().BeEmpty();
            Cookies(response).Where(cookie => !cookie.Contains($"path={Path};")).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Path_WithoutItsSlash_LeadsToTheStart()
    {
        var response = await _app.CreateBrowser().GetAsync($"{Path}?q=a");

        response.StatusCode.Should().Be(HttpStatusCode.TemporaryRedirect);
        response.Headers.Location.Should().Be($"{Path}/?q=a");
    }

    [Fact]
    public async Task SignInAndOut_LeadBackBelowThePath()
    {
        using var browser = _app.CreateBrowser();

        var asked = await browser.GetAsync($"{Path}/account");
        asked.Headers.Location.Should().Be($"{Path}/account/sign-in?returnUrl=%2Faccount");
        var entered = await browser.SignInByFormAsync(Email, address: asked.Headers.Location!.ToString());
        new Uri(new Uri("https://localhost"), entered.Headers.Location!).AbsolutePath.Should().Be($"{Path}/account");
        Cookies(entered).Should().ContainSingle(cookie => cookie.StartsWith("__Secure-RoomMonitor.Session=")).Which.Should().Contain($"path={Path};");
        var page = await browser.GetAsync($"{Path}/account");
        var html = await page.Content.ReadAsStringAsync();
        page.StatusCode.Should().Be(HttpStatusCode.OK, html);
        var left = await browser.PostAsync(
            $"{Path}/account/sign-out", AccountTestExtensions.SignOutForm(AccountTestExtensions.TokenIn(html)));

        new Uri(new Uri("https://localhost"), left.Headers.Location!).AbsolutePath.Should().Be($"{Path}/");
    }

    [Fact]
    public async Task Api_Addresses_AreBelowThePath()
    {
        var staff = await _app.SignInAsync("staff@test.local");
        var start = DateTime.SpecifyKind(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(3).AddHours(9), DateTimeKind.Utc);

        foreach (var hour in Enumerable.Range(0, 3))
        {
            var booked = await staff.Http.PostTextAsync($"{Path}/api/reservations/", $$"""
                {"room_id":{{_room}},"start":"{{start.AddHours(hour):O}}","end":"{{start.AddHours(hour + 1):O}}","purpose":"Seminar","attendees":1}
                """);
            booked.Headers.Location!.ToString().Should().StartWith($"{Path}/api/reservations/");
        }

        (await staff.Http.GetJsonAsync($"{Path}/api/reservations/?room_id={_room}&page_size=1")).GetProperty("next").GetString()
            .Should().StartWith($"http://localhost{Path}/api/reservations/?");
        (await staff.Http.GetJsonAsync($"{Path}/openapi/v1.json")).GetProperty("servers")[0].GetProperty("url").GetString()
            .Should().Be(Path, "the document is kept for everybody and names no host");
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("/", "")]
    [InlineData("rooms/", "/rooms")]
    [InlineData(" /a/b-1 ", "/a/b-1")]
    public void Setting_SlashesAroundIt_MeanTheSame(string? path, string expected) => Setting(path).PathBase().Value.Should().Be(expected);

    [Theory]
    [InlineData("https://example.org/rooms")]
    [InlineData("/rooms?x")]
    [InlineData("/my rooms")]
    [InlineData("/a//b")]
    public void Setting_NoPath_IsRefused(string path) => Setting(path).Invoking(setting => setting.PathBase()).Should().Throw<ConfigurationException>().WithMessage("PathBase*");

    private static IConfiguration Setting(string? path) => new ConfigurationBuilder().AddInMemoryCollection([new("PathBase", path)]).Build();

    private static IEnumerable<string> Cookies(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    [GeneratedRegex("""(?:href|src|action)="([^"]*)""")]
    private static partial Regex Link();
}
