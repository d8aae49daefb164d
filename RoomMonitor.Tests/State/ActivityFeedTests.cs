using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Occupancy;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Features.Activity;
using RoomMonitor.Web.Features.Profile;

namespace RoomMonitor.Tests.State;

public sealed class ActivityFeedTests : IAsyncLifetime
{
    private static readonly Caller _user = new(new Actor(7, "user"), IsAdministrator: false);
    private static readonly Caller _administrator = new(new Actor(8, "administrator"), IsAdministrator: true);

    private readonly LiveBoard.LiveCommitListener _listener = new();
    private readonly RecordingDispatcher _dispatcher = new();
    private readonly FixedState<ProfileState> _profile = new(FixedState<ProfileState>.Initial());
    private TestDatabase _database = null!;
    private LiveBoard _board = null!;
    private Room _room = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(_listener);
        _room = await _database.AddRoomAsync();
        await using (var context = _database.Open())
        {
            context.Users.AddRange(
                new UserAccount { Id = 7, UserName = "user" }, new UserAccount { Id = 8, UserName = "administrator" });
            await context.SaveChangesAsync();
        }

        _board = await LiveBoard.StartAsync(_database, _listener);
    }

    public async Task DisposeAsync()
    {
        await _board.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Change_OfAnOwnReservationByAnAdministrator_IsDispatched()
    {
        var reservation = await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id), _user, default);
        await using var feed = await StartedAsync(userId: 7);

        await _database.Reservations.CancelAsync(reservation.Id, _administrator, default);

        var activity = (await _dispatcher.NextAsync<ActivityHappened>()).Activities.Should().ContainSingle().Subject;
        activity.IsOwn.Should().BeTrue();
        activity.IsByUser.Should().BeFalse();
        activity.Change.Action.Should().Be(ActivityAction.ReservationCancelled);
    }

    [Fact]
    public async Task Change_InAWatchedRoom_IsDispatchedWhileItIsWatched()
    {
        _profile.Set(_profile.Value with { WatchedRooms = [_room.Id] });
        await using var feed = await StartedAsync(userId: 7);

        await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id), _administrator, default);

        (await _dispatcher.NextAsync<ActivityHappened>()).Activities.Should().ContainSingle().Which.IsWatched.Should().BeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Change_Anywhere_IsDispatchedToAdministratorsWhoAskForIt(bool isAdministrator)
    {
        _profile.Set(_profile.Value with { CampusNotifications = true });
        var own = await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id, 200), isAdministrator ? _administrator : _user, default);
        await using var feed = await StartedAsync(isAdministrator ? 8 : 7, isAdministrator);

        var others = await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id), isAdministrator ? _user : _administrator, default);
        await _database.Reservations.CancelAsync(own.Id, Caller.System, default);

        // What somebody else booked comes first, or not at all.
        var first = (await _dispatcher.NextAsync<ActivityHappened>()).Activities[0];
        first.Change.Reservation!.Id.Should().Be(isAdministrator ? others.Id : own.Id);
        first.IsOfCampus.Should().Be(isAdministrator);
    }

    [Fact]
    public async Task Start_Anonymous_SubscribesToNothing()
    {
        await using var feed = Create(userId: null);

        feed.Start(_ => Task.CompletedTask);
        await feed.DisposeAsync();

        _board.Broadcaster.SubscriberCount.Should().Be(0);
    }

    [Fact]
    public async Task Dispose_WhileWaiting_EndsTheSubscription()
    {
        var feed = await StartedAsync(userId: 7);

        await feed.DisposeAsync();
        await feed.DisposeAsync();

        _board.Broadcaster.SubscriberCount.Should().Be(0);
    }

    private async Task<ActivityFeed> StartedAsync(int userId, bool isAdministrator = false)
    {
        var feed = Create(userId, isAdministrator);
        feed.Start(exception => Task.FromException(exception));
        await feed.Loaded;
        return feed;
    }

    private ActivityFeed Create(int? userId, bool isAdministrator = false) => new(
        _board.Broadcaster,
        _database.Services.GetRequiredService<OccupancyQueries>(),
        new CircuitCaller(new FixedAuthentication(userId, isAdministrator)),
        _profile,
        _dispatcher,
        _database.Clock);

    private sealed class FixedAuthentication(int? userId, bool isAdministrator) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync()
        {
            Claim[] roles = isAdministrator ? [new(ClaimTypes.Role, Roles.Administrator)] : [];
            return Task.FromResult(new AuthenticationState(new ClaimsPrincipal(userId is { } id
                ? new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id.ToString(CultureInfo.InvariantCulture)), .. roles], "test")
                : new ClaimsIdentity())));
        }
    }
}
