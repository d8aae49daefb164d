using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Accounts;

namespace RoomMonitor.Tests.Accounts;

/// <summary>Guessing is slow, and locks out nobody but who guesses.</summary>
public sealed class SignInThrottleTests : IAsyncLifetime
{
    private const string Email = "ada@test.local";
    private const string Other = "grace@test.local";
    private const string Wrong = "whatever it is";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly RoomMonitorApp _app = new();
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _app.WithTime(_time).With("RateLimits:FailedLoginsPerMinute", "20");
        await _app.AddUserAsync(Email);
        await _app.AddUserAsync(Other);
        _client = _app.CreateClient();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Login_FiveWrongOfOneAccount_MakeItWaitEverLonger()
    {
        for (var failure = 0; failure < 5; failure++)
        {
            (await LoginAsync(Email, Wrong)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }

        var refused = await LoginAsync(Email);
        await refused.ProblemAsync(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(30));
        (await LoginAsync(Other)).StatusCode.Should().Be(HttpStatusCode.OK, "it is another account");

        _time.Advance(TimeSpan.FromSeconds(30));
        (await LoginAsync(Email, Wrong)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await LoginAsync(Email)).Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(60));

        _time.Advance(TimeSpan.FromSeconds(60));
        (await LoginAsync(Email)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await LoginAsync(Email, Wrong)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await LoginAsync(Email)).StatusCode.Should().Be(HttpStatusCode.OK, "a right password begins anew");
    }

    /// <summary>A campus stands behind one address.</summary>
    [Fact]
    public async Task Login_TenWrongOfOneAddress_RefuseNobodysRightOne()
    {
        for (var failure = 0; failure < 10; failure++)
        {
            (await LoginAsync($"nobody{failure}@test.local", Wrong)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }

        (await LoginAsync(Email)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    /// <summary>One password on very many accounts: only who has signed in here before gets through meanwhile.</summary>
    [Fact]
    public async Task Login_VeryManyWrongOfOneAddress_WaitsButForKnownBrowsers()
    {
        using var browser = _app.CreateBrowser();
        (await browser.SignInByFormAsync(Email)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        for (var failure = 0; failure < 20; failure++)
        {
            await LoginAsync($"nobody{failure}@test.local", Wrong);
        }

        await (await LoginAsync(Email)).ProblemAsync(HttpStatusCode.TooManyRequests);
        (await browser.SignInByFormAsync(Email)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.SignInByFormAsync(Other)).StatusCode.Should().Be(HttpStatusCode.TooManyRequests, "this account never signed in there");
        _time.Advance(TimeSpan.FromMinutes(1));
        (await LoginAsync(Email)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    /// <summary>Strangers have tried one's account from one's own network: one's own browser is exempt, and others' cookies help nobody.</summary>
    [Fact]
    public async Task Page_KnownBrowser_IsNotSlowedByWhatOthersTry()
    {
        using var browser = _app.CreateBrowser();
        using var stranger = _app.CreateBrowser();
        (await browser.SignInByFormAsync(Email)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await stranger.SignInByFormAsync(Other)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        for (var failure = 0; failure < 5; failure++)
        {
            await stranger.SignInByFormAsync(Email, Wrong);
        }

        (await stranger.SignInByFormAsync(Email)).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        (await browser.SignInByFormAsync(Email)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    /// <summary>None of many guesses sent at once, beyond the limit, learns whether it was right.</summary>
    [Fact]
    public async Task Login_ManyAtOnce_TellNoMoreThanOneByOne()
    {
        var guesses = await Task.WhenAll(Enumerable.Range(0, 15).Select(guess => LoginAsync(Email, guess == 14 ? AccountTestExtensions.Password : Wrong)));

        guesses.Count(guess => guess.StatusCode == HttpStatusCode.TooManyRequests).Should().BePositive();
        (await LoginAsync(Email)).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Failures_AreShownToTheOwnerAlone()
    {
        for (var failure = 0; failure < 3; failure++)
        {
            await LoginAsync(Email, Wrong);
        }

        var failures = _app.Services.GetRequiredService<SignInFailures>();
        var (ada, grace) = (await IdAsync(Email), await IdAsync(Other));
        for (var turn = 0; turn < 200 && (await failures.FindAsync(ada)).Count < 3; turn++)
        {
            await Task.Yield();
        }

        (await failures.FindAsync(ada)).Should().HaveCount(3).And.AllSatisfy(failure => failure.At.Should().Be(_time.GetUtcNow().UtcDateTime));
        (await failures.FindAsync(grace)).Should().BeEmpty();
        _time.AdjustTime(_time.GetUtcNow().AddDays(31));
        (await failures.FindAsync(ada)).Should().BeEmpty();
    }

    [Fact]
    public void Throttle_LongAgo_BeginsAnew()
    {
        var throttle = new SignInThrottle(_time);
        for (var failure = 0; failure < 4; failure++)
        {
            throttle.Fail("1", "place").Should().BeNull();
        }

        _time.AdjustTime(_time.GetUtcNow().AddHours(1));
        throttle.Fail("1", "place").Should().BeNull();
        for (var failure = 0; failure < 40; failure++)
        {
            throttle.Fail("2", "place");
        }

        throttle.WaitOf("2", "place").Should().Be(TimeSpan.FromMinutes(15), "it never takes longer");
        throttle.WaitOf("2", "another place").Should().BeNull();
    }

    private async Task<int> IdAsync(string email)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<UserAccount>>().FindByEmailAsync(email))!.Id;
    }

    private Task<HttpResponseMessage> LoginAsync(string email, string password = AccountTestExtensions.Password) =>
        _client.PostAsJsonAsync("/api/auth/login/", new { email, password });
}
