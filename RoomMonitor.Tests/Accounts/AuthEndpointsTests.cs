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

public sealed class AuthEndpointsTests : IAsyncLifetime
{
    private const string Email = "ada@test.local";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly RoomMonitorApp _app = new();
    private HttpClient _client = null!;
    private UserAccount _ada = null!;

    public async Task InitializeAsync()
    {
        _app.WithTime(_time);
        _ada = await _app.AddUserAsync(Email, Roles.Administrator);
        _client = _app.CreateClient();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Login_NameInAnotherForm_IsTheSameName()
    {
        var response = await _client.PostAsJsonAsync("/api/auth/login/", new { email = "\ufeffAda@\u200btest.local\u00a0", password = AccountTestExtensions.Password });

        response.StatusCode.Should().Be(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("email", "/api/auth/login/")]
    [InlineData("username", "/api/auth/login")]
    public async Task Login_RightPassword_AnswersTokensThatWork(string field, string address)
    {
        var response = await _client.PostAsJsonAsync(address, new Dictionary<string, string> { [field] = Email, ["password"] = AccountTestExtensions.Password });

        var tokens = await response.JsonAsync();
        tokens.Fields().Should().BeEquivalentTo("access", "refresh", "token_type", "expires_in");
        tokens.GetProperty("token_type").GetString().Should().Be("Bearer");
        tokens.GetProperty("expires_in").GetInt32().Should().Be(900);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        var me = await (await MeAsync(tokens)).JsonAsync();
        me.GetProperty("id").GetInt32().Should().Be(_ada.Id);
        me.GetProperty("username").GetString().Should().Be(Email);
        me.GetProperty("email").GetString().Should().Be(Email);
        me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).Should().Equal(Roles.Administrator);
    }

    [Theory]
    [InlineData("{}", "email", "password")]
    [InlineData("""{"email":"ada@test.local"}""", "password")]
    [InlineData("""{"email":7,"password":"x"}""", "email")]
    [InlineData("""{"email":"ada@test.local","password":["x"]}""", "password")]
    [InlineData("[]", "body")]
    public async Task Login_BadBody_NamesTheFields(string body, params string[] fields)
    {
        var problem = await (await _client.PostTextAsync("/api/auth/login/", body)).RefusalOfAsync(fields[0]);

        problem.GetProperty("errors").Fields().Should().BeEquivalentTo(fields);
    }

    [Fact]
    public async Task Login_UnknownWrongAndLocked_AnswerTheSame()
    {
        await _app.SignInAsync("nopassword@test.local");
        var unknown = await RefusedAsync("nobody@test.local", "whatever it is");
        var withoutPassword = await RefusedAsync("nopassword@test.local", "whatever it is");
        var wrong = await RefusedAsync(Email, "whatever it is");
        await ChangeAsync((users, user) => users.SetLockoutEndDateAsync(user, DateTimeOffset.MaxValue));
        var locked = await RefusedAsync(Email, AccountTestExtensions.Password);

        new[] { withoutPassword, wrong, locked }.Should().AllBe(unknown);

        await ChangeAsync((users, user) => users.SetLockoutEndDateAsync(user, DateTimeOffset.UnixEpoch));
        (await LoginAsync()).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Login_BlanksAroundThePassword_BelongToIt()
    {
        await RefusedAsync(Email, $" {AccountTestExtensions.Password}");
    }

    [Fact]
    public async Task Refresh_ValidToken_AnswersTokensThatWork()
    {
        var tokens = await (await LoginAsync()).JsonAsync();
        _time.Advance(TimeSpan.FromMinutes(15));
        (await MeAsync(tokens)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

        var response = await RefreshAsync(tokens.GetProperty("refresh"));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await MeAsync(await response.JsonAsync())).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refresh_AccessTokenOrNonsense_Is401()
    {
        var tokens = await (await LoginAsync()).JsonAsync();

        await (await RefreshAsync(tokens.GetProperty("access"))).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await _client.PostTextAsync("/api/auth/token/refresh", """{"refresh":"nonsense"}""")).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await _client.PostTextAsync("/api/auth/token/refresh/", "{}")).RefusalOfAsync("refresh");
    }

    [Fact]
    public async Task Refresh_AfterSevenDays_Is401()
    {
        var tokens = await (await LoginAsync()).JsonAsync();
        _time.AdjustTime(_time.GetUtcNow().AddDays(7));

        await (await RefreshAsync(tokens.GetProperty("refresh"))).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("lock")]
    [InlineData("delete")]
    public async Task Refresh_UserChangedMeanwhile_Is401(string change)
    {
        var tokens = await (await LoginAsync()).JsonAsync();
        await ChangeAsync((users, user) => change switch
        {
            "password" => users.ChangePasswordAsync(user, AccountTestExtensions.Password, "violet tractor, loud umbrella"),
            "lock" => users.SetLockoutEndDateAsync(user, DateTimeOffset.MaxValue),
            _ => users.DeleteAsync(user),
        });

        await (await RefreshAsync(tokens.GetProperty("refresh"))).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task Me_NoToken_Is401(string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/auth/me/");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

        var response = await _client.SendAsync(request);

        await response.ProblemAsync(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().Should().Contain("Bearer");
    }

    private async Task ChangeAsync(Func<UserManager<UserAccount>, UserAccount, Task<IdentityResult>> change)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        (await change(users, (await users.FindByEmailAsync(Email))!)).Succeeded.Should().BeTrue();
    }

    private Task<HttpResponseMessage> LoginAsync() =>
        _client.PostAsJsonAsync("/api/auth/login/", new { email = Email, password = AccountTestExtensions.Password });

    private Task<HttpResponseMessage> RefreshAsync(JsonElement token) =>
        _client.PostAsJsonAsync("/api/auth/token/refresh/", new { refresh = token.GetString() });

    private async Task<HttpResponseMessage> MeAsync(JsonElement tokens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/auth/me/");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("access").GetString());
        return await _client.SendAsync(request);
    }

    private async Task<string> RefusedAsync(string email, string password)
    {
        var response = await _client.PostAsJsonAsync("/api/auth/login/", new { email, password });
        return (await response.ProblemAsync(HttpStatusCode.Unauthorized)).GetRawText();
    }
}
