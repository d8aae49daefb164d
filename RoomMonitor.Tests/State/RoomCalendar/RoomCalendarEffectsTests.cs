using System.Security.Claims;
using Fluxor;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RoomMonitor.Data;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api;
using RoomMonitor.Web.Features.RoomDetails;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Tests.State.RoomCalendar;

public sealed class RoomCalendarEffectsTests : IAsyncLifetime
{
    private static readonly DateOnly _monday = new(2026, 11, 23);

    private readonly TestBoard _board = new();
    private readonly RecordingDispatcher _dispatcher = new();
    private readonly StateOf<RoomCalendarState> _calendar = new((RoomCalendarState)Activator.CreateInstance(typeof(RoomCalendarState), nonPublic: true)!);
    private readonly ReaderIs _reader = new();
    private readonly PrivacyIs _privacy = new();
    private StateOf<RoomsState> _rooms = null!;
    private TestDatabase _database = null!;
    private Room _room = null!;
    private int _owner;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _room = await _database.AddRoomAsync();
        await using var context = _database.Open();
        var user = new UserAccount { UserName = "Ines Halvorsen", Email = "ines@example.edu" };
        context.Add(user);
        await context.SaveChangesAsync();
        _owner = user.Id;
        _board.With(TestBoard.Room(_room.Id, _room.Name), TestBoard.Room(99, "Another"));
        _rooms = new StateOf<RoomsState>(RoomsState.Of(_board.Snapshot, TestBoard.Start));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task OnOpened_Owner_SeesPurposeAndThatItIsTheirs()
    {
        await BookAsync();
        await CloseAsync();
        _reader.Is(_owner, "Ines Halvorsen");

        var read = await OpenAsync();

        read.Entries.Select(entry => (entry.IsMine, entry.IsClosure, entry.Purpose, entry.Person)).Should()
            .Equal((true, false, "Seminar", "Ines Halvorsen"), (false, true, null, null));
    }

    [Theory]
    [InlineData(false, false, null)]
    [InlineData(true, false, "Seminar")]
    [InlineData(false, true, "Seminar")]
    public async Task OnOpened_SomebodyElse_SeesThePurposeOnlyWhereItIsPublicOrTheyAdministrate(bool isAdministrator, bool isPublic, string? purpose)
    {
        await BookAsync();
        _reader.Is(_owner + 1, "Somebody", isAdministrator);
        _privacy.CurrentValue = new PrivacyOptions { PublicDetails = isPublic };

        var entry = (await OpenAsync()).Entries.Single();

        entry.IsMine.Should().BeFalse();
        entry.Purpose.Should().Be(purpose);
        entry.Person.Should().Be(purpose is null ? null : "Ines Halvorsen");
    }

    [Fact]
    public async Task OnOpened_AnotherWeek_ReadsTodayToo()
    {
        await BookAsync();

        var read = await OpenAsync(_monday.AddDays(14));

        read.Slots.Should().HaveCount(2);
        read.Entries.Should().ContainSingle("today is read for the timeline");
    }

    [Fact]
    public async Task OnUpdated_RoomsHoldsHaveChanged_ReadsAgain()
    {
        var effects = await OpenedAsync();
        await BookAsync();

        _board.Reserve(_room.Id, 60, 120);
        await effects.OnUpdated(new RoomsUpdated(_board.Snapshot, [_room.Id], TestBoard.Start), _dispatcher);

        (await _dispatcher.NextAsync<RoomCalendarRead>()).Entries.Should().HaveCount(1);
    }

    [Fact]
    public async Task OnUpdated_ReservationBeyondTheBoard_ReadsAgain()
    {
        var effects = await OpenedAsync();
        using var subscription = _board.Broadcaster.Subscribe();

        _board.Reserve(_room.Id, 60 * 24 * 60, (60 * 24 * 60) + 60);
        var batch = await subscription.ReadAsync(default);
        await effects.OnUpdated(new RoomsUpdated(batch.Latest, [], TestBoard.Start) { Batch = batch }, _dispatcher);

        await _dispatcher.NextAsync<RoomCalendarRead>();
    }

    [Fact]
    public async Task OnUpdated_AnotherRoomOrNothingNew_ReadsNothing()
    {
        var effects = await OpenedAsync();

        _board.Reserve(99, 60, 120);
        await effects.OnUpdated(new RoomsUpdated(_board.Snapshot, [99], TestBoard.Start), _dispatcher);
        await effects.OnLoaded(new RoomsLoaded(_board.Snapshot, TestBoard.Start), _dispatcher);

        _dispatcher.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task OnUpdated_PageIsClosed_ReadsNothing()
    {
        var effects = await OpenedAsync();
        _calendar.Value = RoomCalendarReducers.OnClosed(_calendar.Value, new RoomCalendarClosed(_room.Id));

        _board.Reserve(_room.Id, 60, 120);
        await effects.OnUpdated(new RoomsUpdated(_board.Snapshot, [_room.Id], TestBoard.Start), _dispatcher);

        _dispatcher.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task OnOpened_DatabaseFails_SaysSo()
    {
        _reader.Failure = new InvalidOperationException("No user store.");

        await Effects().OnOpened(new RoomCalendarOpened(_room.Id, _monday), _dispatcher);

        (await _dispatcher.NextAsync<RoomCalendarFailed>()).Should().Be(new RoomCalendarFailed(_room.Id, _monday));
    }

    private async Task<RoomCalendarRead> OpenAsync(DateOnly? week = null)
    {
        await Effects().OnOpened(new RoomCalendarOpened(_room.Id, week ?? _monday), _dispatcher);
        return await _dispatcher.NextAsync<RoomCalendarRead>();
    }

    private async Task<RoomCalendarEffects> OpenedAsync()
    {
        var effects = Effects();
        _calendar.Value = RoomCalendarReducers.OnOpened(_calendar.Value, new RoomCalendarOpened(_room.Id, _monday));
        await effects.OnOpened(new RoomCalendarOpened(_room.Id, _monday), _dispatcher);
        await _dispatcher.NextAsync<RoomCalendarRead>();
        return effects;
    }

    private RoomCalendarEffects Effects() => new(
        _calendar, _rooms, new RoomCalendarReader(new ReservationQueries(_database.Services.GetRequiredService<IDbContextFactory<RoomMonitorDbContext>>()), _privacy), new CircuitCaller(_reader),
        CampusCalendar.Of("Europe/Lisbon"), _database.Clock, NullLogger<RoomCalendarEffects>.Instance);

    private Task<Reservation> BookAsync() =>
        _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id), new Caller(new Actor(_owner, "Ines Halvorsen"), false), default);

    private async Task CloseAsync()
    {
        await using var context = _database.Open();
        context.Add(new Blackout { RoomId = _room.Id, Start = TestDatabase.Now.AddDays(1), End = TestDatabase.Now.AddDays(2) });
        await context.SaveChangesAsync();
    }

    private sealed class StateOf<T>(T value) : IState<T>
    {
#pragma warning disable CS0067 // Nobody listens here.
        public event EventHandler? StateChanged;
#pragma warning restore CS0067

        public T Value { get; set; } = value;
    }

    private sealed class ReaderIs : AuthenticationStateProvider
    {
        private ClaimsPrincipal _principal = new(new ClaimsIdentity());

        public Exception? Failure { get; set; }

        public void Is(int userId, string name, bool isAdministrator = false) => _principal = new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, $"{userId}"),
                new Claim(ClaimTypes.Name, name),
                .. isAdministrator ? [new Claim(ClaimTypes.Role, Roles.Administrator)] : Array.Empty<Claim>(),
            ],
            "test"));

        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Failure is null ? Task.FromResult(new AuthenticationState(_principal)) : Task.FromException<AuthenticationState>(Failure);
    }

    private sealed class PrivacyIs : IOptionsMonitor<PrivacyOptions>
    {
        public PrivacyOptions CurrentValue { get; set; } = new();

        public PrivacyOptions Get(string? name) => CurrentValue;

        public IDisposable? OnChange(Action<PrivacyOptions, string?> listener) => null;
    }
}
