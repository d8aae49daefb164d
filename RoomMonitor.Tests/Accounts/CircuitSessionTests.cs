using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Sessions;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Accounts;

namespace RoomMonitor.Tests.Accounts;

/// <summary>A circuit hears nothing of cookies any more: what ends the session reaches it by itself.</summary>
public sealed class CircuitSessionTests : IAsyncLifetime
{
    private const string Email = "ada@test.local";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly RoomMonitorApp _app = new();
    private AsyncServiceScope _circuit;
    private UserAccount _ada = null!;
    private Session _session = null!;

    public async Task InitializeAsync()
    {
        _app.WithTime(_time);
        _ada = await _app.AddUserAsync(Email, Roles.Administrator);
        _session = await _app.Services.GetRequiredService<SessionStore>().StartAsync(_ada.Id, SessionKind.Pages, TimeSpan.FromHours(12));
        _circuit = _app.Services.CreateAsyncScope();
        var factory = _circuit.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<UserAccount>>();
        var principal = await factory.CreateAsync(_ada);
        principal.Identities.First().AddClaim(new Claim(SessionClaims.Session, _session.Id.ToString()));
        ((IHostEnvironmentAuthenticationStateProvider)Provider).SetAuthenticationState(Task.FromResult(new AuthenticationState(principal)));
    }

    public async Task DisposeAsync()
    {
        await _circuit.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task SignedOutInAnotherTab_IsNobodyAtOnce()
    {
        var changed = Changed();

        await _app.Services.GetRequiredService<Sessions>().EndAsync(_session.Id);

        (await changed).Identity!.IsAuthenticated.Should().BeFalse();
    }

    /// <summary>As on another server, of which only the database tells.</summary>
    [Fact]
    public async Task SignedOutOnAnotherServer_IsNobodyAfterTwoSeconds()
    {
        var changed = Changed();
        await _app.Services.GetRequiredService<SessionStore>().EndAsync(_session.Id);

        _time.Advance(TimeSpan.FromSeconds(2));

        (await changed).Identity!.IsAuthenticated.Should().BeFalse();
    }

    [Fact]
    public async Task Locked_IsNobody()
    {
        var changed = Changed();
        await ChangeAsync((users, user) => users.SetLockoutEndDateAsync(user, DateTimeOffset.MaxValue));

        _time.Advance(TimeSpan.FromSeconds(2));

        (await changed).Identity!.IsAuthenticated.Should().BeFalse();
    }

    [Fact]
    public async Task AbsoluteEnd_IsNobody()
    {
        var changed = Changed();

        _time.AdjustTime(_time.GetUtcNow().AddHours(12));
        _time.Advance(TimeSpan.FromSeconds(2));

        (await changed).Identity!.IsAuthenticated.Should().BeFalse();
    }

    [Fact]
    public async Task RoleTakenAway_IsTheSamePersonWithoutIt_AndEndsLater()
    {
        var changed = Changed();
        await ChangeAsync((users, user) => users.RemoveFromRoleAsync(user, Roles.Administrator));

        _time.Advance(TimeSpan.FromSeconds(2));

        var user = await changed;
        user.Identity!.Name.Should().Be(Email);
        user.IsInRole(Roles.Administrator).Should().BeFalse();

        changed = Changed();
        await _app.Services.GetRequiredService<Sessions>().EndAsync(_session.Id);
        (await changed).Identity!.IsAuthenticated.Should().BeFalse("it is still looked after");
    }

    private AuthenticationStateProvider Provider => _circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();

    private Task<ClaimsPrincipal> Changed()
    {
        var told = new TaskCompletionSource<ClaimsPrincipal>(TaskCreationOptions.RunContinuationsAsynchronously);
        Provider.AuthenticationStateChanged += async state => told.TrySetResult((await state).User);
        return told.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task ChangeAsync(Func<UserManager<UserAccount>, UserAccount, Task<IdentityResult>> change)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        (await change(users, (await users.FindByEmailAsync(Email))!)).Succeeded.Should().BeTrue();
    }
}
