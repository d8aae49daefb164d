using System.Net;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Accounts;

/// <summary>Forms that are older than their session show themselves again, with a sentence.</summary>
public sealed class StaleFormTests : IAsyncLifetime
{
    private const string Email = "ada@test.local";

    private readonly RoomMonitorApp _app = new();
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        await _app.AddUserAsync(Email);
        _browser = _app.CreateBrowser();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("of other keys")]
    [InlineData(null)]
    public async Task SignIn_TokenOfAnotherTime_ShowsTheFormAgainAndTakesItThen(string? token)
    {
        var refused = await _browser.PostAsync(
            "/account/sign-in?returnUrl=%2Fmonitor", AccountTestExtensions.SignInForm(Email, AccountTestExtensions.Password, token));
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        html.Should().Contain("older than your session").And.Contain($"value=\"{Email}\"")
            .And.NotContain("antiforgery").And.NotContain(AccountTestExtensions.Password);
        var taken = await _browser.PostAsync(
            "/account/sign-in?returnUrl=%2Fmonitor",
            AccountTestExtensions.SignInForm(Email, AccountTestExtensions.Password, AccountTestExtensions.TokenIn(html)));
        taken.Headers.Location!.ToString().Should().EndWith("/monitor");
    }

    [Fact]
    public async Task SignIn_SignedInMeanwhileInAnotherTab_ShowsTheFormAgain()
    {
        var before = AccountTestExtensions.TokenIn(await _browser.GetStringAsync("/account/sign-in"));
        await _browser.SignInByFormAsync(Email);

        var refused = await _browser.PostAsync("/account/sign-in", AccountTestExtensions.SignInForm(Email, AccountTestExtensions.Password, before));

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("older than your session");
    }

    [Fact]
    public async Task SignOut_TokenOfAnotherTime_AsksAgainAndEndsTheSessionThen()
    {
        await _browser.SignInByFormAsync(Email);

        var refused = await _browser.PostAsync("/account/sign-out", AccountTestExtensions.SignOutForm("of other keys"));
        var html = await refused.Content.ReadAsStringAsync();

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        html.Should().Contain("you are still signed in").And.Contain($"account of {Email}");
        var left = await _browser.PostAsync("/account/sign-out", AccountTestExtensions.SignOutForm(AccountTestExtensions.TokenIn(html)));
        left.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await _browser.GetStringAsync("/monitor")).Should().NotContain(Email);
    }

    [Fact]
    public async Task SignOut_SessionIsOver_LeadsToTheStart()
    {
        var response = await _browser.PostAsync("/account/sign-out", AccountTestExtensions.SignOutForm("of other keys"));

        new Uri(new Uri("https://localhost"), response.Headers.Location!).AbsolutePath.Should().Be("/");
    }

    [Theory]
    [InlineData("/monitor")]
    [InlineData("/rooms/1")]
    [InlineData("/")]
    public async Task OtherPage_FormOfAnotherTime_IsShown(string address)
    {
        var room = await _app.AddRoomAsync();

        var response = await _browser.PostAsync(address.Replace("1", $"{room.Id}"), new FormUrlEncodedContent([new("purpose", "Seminar")]));

        var html = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        html.Should().Contain("<nav").And.NotContain("antiforgery").And.NotContain("POST request");
    }
}
