using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Accounts;

/// <summary>Who is signed out, locked or demoted is so everywhere, and at once.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private const string Email = "ada@test.local";

    private static readonly TimeSpan _atOnce = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly RoomMonitorApp _app = new();
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        _app.WithTime(_time);
        await _app.AddUserAsync(Email, Roles.Administrator);
        _browser = _app.CreateBrowser();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    /// <summary>The cookie is kept by whoever copied it: deleting it in the browser ends nothing.</summary>
    [Fact]
    public async Task SignOut_CopiedCookie_IsDead()
    {
        using var copy = await SignInAsync();
        var token = AccountTestExtensions.TokenIn(await _browser.GetStringAsync("/monitor"));
        (await copy.GetStringAsync("/monitor")).Should().Contain(Email);

        (await _browser.PostAsync("/account/sign-out", AccountTestExtensions.SignOutForm(token))).StatusCode.Should().Be(HttpStatusCode.Redirect);

        (await copy.GetStringAsync("/monitor")).Should().NotContain(Email);
        (await copy.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    /// <summary>A page that was open in another tab is led to the sign-in page by itself.</summary>
    [Fact]
    public async Task SignInPage_AfterASessionHasEnded_SaysSo()
    {
        const string Said = "You were signed out";
        (await _browser.GetStringAsync("/account/sign-in")).Should().NotContain(Said);
        using var copy = await SignInAsync();
        var token = AccountTestExtensions.TokenIn(await _browser.GetStringAsync("/monitor"));

        await _browser.PostAsync("/account/sign-out", AccountTestExtensions.SignOutForm(token));

        (await _browser.GetStringAsync("/account/sign-in?returnUrl=%2Faccount")).Should().Contain(Said);
        (await copy.GetAsync("/account")).Headers.GetValues("Set-Cookie").Should().Contain(cookie => cookie.StartsWith("roommonitor-ended=", StringComparison.Ordinal), "its session was ended");
    }

    [Fact]
    public async Task SignIn_Again_EndsTheSessionBefore()
    {
        using var copy = await SignInAsync();
        (await _browser.SignInByFormAsync(Email)).StatusCode.Should().Be(HttpStatusCode.Redirect);

        (await copy.GetStringAsync("/monitor")).Should().NotContain(Email);
        (await _browser.GetStringAsync("/monitor")).Should().Contain(Email);
    }

    [Fact]
    public async Task Cookie_AfterTheAbsoluteEnd_IsDeadHoweverMuchItWasUsed()
    {
        await SignInAsync();
        for (var hour = 0; hour < 11; hour++)
        {
            Pass(TimeSpan.FromHours(1));
            (await _browser.GetStringAsync("/monitor")).Should().Contain(Email);
        }

        Pass(TimeSpan.FromHours(1));
        (await _browser.GetStringAsync("/monitor")).Should().NotContain(Email);
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("password")]
    [InlineData("delete")]
    public async Task Account_Changed_CookieAndTokenEndAtOnce(string change)
    {
        await SignInAsync();
        var tokens = await LoginAsync();
        (await MeAsync(tokens)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await _browser.GetStringAsync("/monitor")).Should().Contain(Email);

        await ChangeAsync((users, user) => change switch
        {
            "lock" => users.SetLockoutEndDateAsync(user, DateTimeOffset.MaxValue),
            "password" => users.ChangePasswordAsync(user, AccountTestExtensions.Password, "violet tractor, loud umbrella"),
            _ => users.DeleteAsync(user),
        });
        _time.Advance(_atOnce);

        (await MeAsync(tokens)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await RefreshAsync(tokens)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await _browser.GetStringAsync("/monitor")).Should().NotContain(Email);
    }

    [Fact]
    public async Task Role_TakenAway_CookieKeepsThePersonAndLosesThePages_TokenIsRenewedWithout()
    {
        await SignInAsync();
        var tokens = await LoginAsync();
        (await _browser.GetStringAsync("/admin/kiosks")).Should().NotContain("only for administrators");
        (await MeAsync(tokens)).StatusCode.Should().Be(HttpStatusCode.OK);

        await ChangeAsync((users, user) => users.RemoveFromRoleAsync(user, Roles.Administrator));
        _time.Advance(_atOnce);

        (await _browser.GetAsync("/admin/kiosks")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await _browser.GetStringAsync("/monitor")).Should().Contain(Email);
        (await MeAsync(tokens)).StatusCode.Should().Be(HttpStatusCode.Unauthorized, "its roles are not those of now");
        var renewed = await (await RefreshAsync(tokens)).JsonAsync();
        (await (await MeAsync(renewed)).JsonAsync()).GetProperty("roles").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Refresh_OfALoginOfNinetyDays_EndsIt()
    {
        var tokens = await LoginAsync();
        for (var week = 1; week <= 14; week++)
        {
            // Not passed through: a timer would tick for each two seconds of it.
            _time.AdjustTime(_time.GetUtcNow().AddDays(6.4));
            tokens = await (await RefreshAsync(tokens)).JsonAsync();
        }

        (await MeAsync(tokens)).StatusCode.Should().Be(HttpStatusCode.OK);
        _time.AdjustTime(_time.GetUtcNow().AddDays(1));

        (await RefreshAsync(tokens)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await MeAsync(await LoginAsync())).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refresh_UsedTwice_EndsAllThatCameOfIt()
    {
        var first = await LoginAsync();
        var second = await (await RefreshAsync(first)).JsonAsync();
        (await MeAsync(second)).StatusCode.Should().Be(HttpStatusCode.OK);

        await (await RefreshAsync(first)).ProblemAsync(HttpStatusCode.Unauthorized);

        (await MeAsync(second)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await RefreshAsync(second)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await MeAsync(await LoginAsync())).StatusCode.Should().Be(HttpStatusCode.OK, "another login is another session");
    }

    [Fact]
    public async Task Refresh_ManyAtOnce_AtMostOneCounts()
    {
        var tokens = await LoginAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RefreshAsync(tokens)));

        answers.Count(answer => answer.IsSuccessStatusCode).Should().BeLessThanOrEqualTo(1);
        (await RefreshAsync(tokens)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Logout_EndsTheTokensOfThisLoginAlone()
    {
        var (tokens, others) = (await LoginAsync(), await LoginAsync());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/logout/");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("access").GetString());

        (await _browser.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await MeAsync(tokens)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await RefreshAsync(tokens)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await MeAsync(others)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Logout_SocketOfTheToken_IsCutOff()
    {
        var tokens = await LoginAsync();
        var sockets = _app.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request => request.Headers.Authorization = $"Bearer {tokens.GetProperty("access").GetString()}";
        using var socket = await sockets.ConnectAsync(new Uri(_app.Server.BaseAddress, "/ws/rooms/overview/"), default);
        sockets.ConfigureRequest = null;
        using var anonymous = await sockets.ConnectAsync(new Uri(_app.Server.BaseAddress, "/ws/rooms/overview/"), default);

        await ChangeAsync((users, user) => users.SetLockoutEndDateAsync(user, DateTimeOffset.MaxValue));
        _time.Advance(_atOnce);

        var buffer = new byte[1 << 16];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var end = async () =>
        {
            while ((await socket.ReceiveAsync(buffer, patience.Token)).MessageType != System.Net.WebSockets.WebSocketMessageType.Close)
            {
            }

            throw new IOException("Closed.");
        };
        (await end.Should().ThrowAsync<Exception>()).Which.Should().NotBeOfType<OperationCanceledException>();
        anonymous.State.Should().Be(System.Net.WebSockets.WebSocketState.Open);
    }

    /// <summary>Without each tick of the server's timers on the way.</summary>
    private void Pass(TimeSpan time)
    {
        _time.AdjustTime(_time.GetUtcNow() + time);
        _time.Advance(_atOnce);
    }

    /// <summary>Signs in, and gives a browser that has the same cookies.</summary>
    private async Task<HttpClient> SignInAsync()
    {
        var response = await _browser.SignInByFormAsync(Email);
        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var copy = _app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") });
        copy.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        copy.DefaultRequestHeaders.Add("Cookie", string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        return copy;
    }

    private async Task<JsonElement> LoginAsync() =>
        await (await _browser.PostAsJsonAsync("/api/auth/login/", new { email = Email, password = AccountTestExtensions.Password })).JsonAsync();

    private Task<HttpResponseMessage> RefreshAsync(JsonElement tokens) =>
        _browser.PostAsJsonAsync("/api/auth/token/refresh/", new { refresh = tokens.GetProperty("refresh").GetString() });

    private async Task<HttpResponseMessage> MeAsync(JsonElement tokens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/auth/me/");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("access").GetString());
        return await _browser.SendAsync(request);
    }

    private async Task ChangeAsync(Func<UserManager<UserAccount>, UserAccount, Task<IdentityResult>> change)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        (await change(users, (await users.FindByEmailAsync(Email))!)).Succeeded.Should().BeTrue();
    }
}
