using System.Net;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Accounts;

namespace RoomMonitor.Tests.Accounts;

public sealed class SignInPageTests : IAsyncLifetime
{
    private const string Email = "ada@test.local";

    private readonly RoomMonitorApp _app = new();
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        await _app.AddUserAsync(Email, Roles.Administrator);
        _browser = _app.CreateBrowser();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Post_RightPassword_SignsInByAGuardedCookie()
    {
        var response = await _browser.SignInByFormAsync(Email);

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var cookie = response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("__Host-RoomMonitor.Session=", StringComparison.Ordinal));
        cookie.Should().ContainAll("secure", "httponly", "samesite=lax", "path=/").And.NotContain("expires");
        (await PageAsync("/monitor")).Should().Contain($"account of {Email}");
    }

    /// <summary>Each link to this page leads back to where one was, with its filter; also the one on this page.</summary>
    [Theory]
    [InlineData("/?seats=6&free=60", "%2F%3Fseats%3D6%26free%3D60")]
    [InlineData("/monitor?status=free", "%2Fmonitor%3Fstatus%3Dfree")]
    [InlineData("/account/sign-in?returnUrl=%2Fmonitor", "%2Fmonitor")]
    public async Task Link_OfTheHeader_ComesBack(string address, string returnUrl) =>
        (await PageAsync(address)).Should().MatchRegex($"class=\"sign-in\"[^>]*href=\"account/sign-in\\?returnUrl={System.Text.RegularExpressions.Regex.Escape(returnUrl)}\"");

    [Fact]
    public async Task Post_CookieWithoutBearer_IsNothingToTheApi()
    {
        await _browser.SignInByFormAsync(Email);
        (await PageAsync("/monitor")).Should().Contain($"account of {Email}");

        await (await _browser.GetAsync("/api/auth/me/")).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await _browser.GetAsync("/api/activity/feed/")).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await _browser.PostTextAsync("/api/reservations/", "{}")).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Post_WithoutAntiforgeryToken_IsRefused()
    {
        var response = await _browser.SignInByFormAsync(Email, withToken: false);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await PageAsync("/monitor")).Should().NotContain(Email);
    }

    [Fact]
    public async Task Post_WrongPassword_SaysSoAndKeepsTheEmail()
    {
        var response = await _browser.SignInByFormAsync(Email, "not the password");

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        var html = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        html.Should().Contain("role=\"alert\"").And.Contain(LoginResult.RefusedText).And.Contain($"value=\"{Email}\"").And.NotContain("not the password");
    }

    [Fact]
    public async Task Post_NothingWritten_AsksForIt()
    {
        var response = await _browser.SignInByFormAsync("", "");

        (await response.Content.ReadAsStringAsync()).Should().Contain("Write your e-mail and your password.");
    }

    [Theory]
    [InlineData("/monitor?status=free&q=a%20b", "/monitor?status=free&q=a%20b")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("/\t/evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("~/monitor", "/")]
    [InlineData("/account/sign-in", "/")]
    [InlineData("", "/")]
    public async Task Post_ReturnUrl_LeadsToThisServerOnly(string returnUrl, string expected)
    {
        var response = await _browser.SignInByFormAsync(Email, address: $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        new Uri(new Uri("https://localhost"), response.Headers.Location!).Should().Be(new Uri($"https://localhost{expected}"));
    }

    [Theory]
    [InlineData("Testing", false)]
    [InlineData("Development", true)]
    public async Task Get_Environment_DecidesWhetherDemoUsersAreNamed(string environment, bool named)
    {
        await using var app = new RoomMonitorApp().WithEnvironment(environment);

        var html = await app.CreateBrowser().GetStringAsync("/account/sign-in");

        html.Contains(DemoAccounts.Password, StringComparison.Ordinal).Should().Be(named);
    }

    private Task<string> PageAsync(string address) => _browser.GetStringAsync(address);
}
