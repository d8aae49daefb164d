using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Occupancy;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Features.Booking;

namespace RoomMonitor.Tests.State.Booking;

public sealed class BookingEffectsTests : IAsyncLifetime
{
    private static readonly TimeSlot _slot = new(TestDatabase.Now.AddHours(1), TestDatabase.Now.AddHours(2));

    private readonly LiveBoard.LiveCommitListener _commits = new();
    private readonly RecordingDispatcher _dispatcher = new();
    private TestDatabase _database = null!;
    private LiveBoard _board = null!;
    private SignedInAs _user = null!;
    private Room _room = null!;
    private Room _guarded = null!;
    private BookingEffects _effects = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(_commits);
        _room = await _database.AddRoomAsync();
        _guarded = await _database.AddRoomAsync("G1", requiresApproval: true);
        await using (var context = _database.Open())
        {
            var account = new UserAccount { UserName = "ines", Email = "ines" };
            context.Add(account);
            await context.SaveChangesAsync();
            _user = new SignedInAs(account.Id);
        }

        _board = await LiveBoard.StartAsync(_database, _commits);
        var finder = new FreeSlotFinder(_board.Broadcaster, _database.Services.GetRequiredService<OccupancyQueries>(), _database.Clock);
        _effects = new BookingEffects(
            _database.Reservations, finder, _board.Broadcaster, new CircuitCaller(_user), NullLogger<BookingEffects>.Instance);
    }

    public async Task DisposeAsync()
    {
        await _board.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task OnRequested_Free_Books()
    {
        var success = await AskAsync<BookingSucceeded>(Request());

        success.Should().BeEquivalentTo(new { RoomId = _room.Id, RoomName = _room.Name, Slot = _slot, IsPending = false, IsAsAsked = true });
        (await ReservationsAsync()).Should().ContainSingle().Which.UserId.Should().Be(_user.UserId);
    }

    [Fact]
    public async Task OnRequested_RoomNeedsApproval_IsPending() =>
        (await AskAsync<BookingSucceeded>(Request() with { RoomId = _guarded.Id })).IsPending.Should().BeTrue();

    [Fact]
    public async Task OnRequested_SameKeyTwiceAtOnce_BooksOnce()
    {
        var request = Request();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _effects.OnRequestedAsync(new BookingRequested(request), _dispatcher))));

        for (var answer = 0; answer < 4; answer++)
        {
            (await _dispatcher.NextAsync<BookingSucceeded>()).IsAsAsked.Should().BeTrue();
        }

        (await ReservationsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task OnRequested_SameKeyChanged_TellsWhatTheFirstTryBooked()
    {
        var request = Request();
        await AskAsync<BookingSucceeded>(request);

        var second = await AskAsync<BookingSucceeded>(request with { Slot = new TimeSlot(_slot.End, _slot.End.AddHours(1)) });

        second.Slot.Should().Be(_slot);
        second.IsAsAsked.Should().BeFalse();
        (await ReservationsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task OnRequested_SameKeyAgainAfterTheStart_IsAnsweredAsBefore()
    {
        var request = Request();
        await AskAsync<BookingSucceeded>(request);
        _database.Clock.Advance(TimeSpan.FromHours(1.5));

        (await AskAsync<BookingSucceeded>(request)).IsAsAsked.Should().BeTrue();
    }

    [Fact]
    public async Task OnRequested_SameKeyAfterACancellation_BooksAgainAndOnce()
    {
        var request = Request();
        var first = await AskAsync<BookingSucceeded>(request);
        await _database.Reservations.CancelAsync(first.ReservationId, Caller.System, default);

        var second = await AskAsync<BookingSucceeded>(request);
        var third = await AskAsync<BookingSucceeded>(request);

        second.ReservationId.Should().NotBe(first.ReservationId);
        third.ReservationId.Should().Be(second.ReservationId);
    }

    [Fact]
    public async Task OnRequested_SameKeyChangedAfterACancellation_BooksWhatIsAsked()
    {
        var request = Request();
        var first = await AskAsync<BookingSucceeded>(request);
        await _database.Reservations.CancelAsync(first.ReservationId, Caller.System, default);

        var second = await AskAsync<BookingSucceeded>(request with { Purpose = "Another seminar" });

        second.ReservationId.Should().NotBe(first.ReservationId);
    }

    [Fact]
    public async Task OnRequested_Taken_TellsWhatIsInTheWayAndOffersAlternatives()
    {
        var taken = new TimeSlot(_slot.Start.AddMinutes(30), _slot.End);
        await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id, startsInMinutes: 90, minutes: 30), Caller.System, default);

        var conflict = (await AskAsync<BookingConflicted>(Request())).Conflict;

        conflict.InTheWay.Should().Equal(taken);
        conflict.IsOwn.Should().BeFalse();
        conflict.Found.Alternatives.Select(alternative => (alternative.Room.Id, alternative.Slot.Start)).Should().Equal(
            (_guarded.Id, _slot.Start), (_room.Id, _slot.Start.AddMinutes(-30)), (_room.Id, _slot.End));
        (await ReservationsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task OnRequested_TakenByOneself_SaysSo()
    {
        await AskAsync<BookingSucceeded>(Request());

        (await AskAsync<BookingConflicted>(Request())).Conflict.IsOwn.Should().BeTrue();
    }

    [Fact]
    public async Task OnRequested_Impossible_NamesTheField() =>
        (await AskAsync<BookingRefused>(Request() with { People = 21 })).Errors.Keys.Should().Equal(ReservationField.Attendees);

    [Fact]
    public async Task OnRequested_SignedOutMeanwhile_BooksNothing()
    {
        _user.UserId = null;

        (await AskAsync<BookingFailed>(Request())).Reason.Should().Be(RefusalKind.SignedOut);
        (await ReservationsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task OnRequested_AccountIsGone_BooksNothing()
    {
        _user.UserId = 4711;

        (await AskAsync<BookingFailed>(Request())).IsSignedOut.Should().BeTrue();
    }

    [Fact]
    public async Task OnRequested_DatabaseFails_IsUnclear()
    {
        await using (var context = _database.Open())
        {
            await context.Database.ExecuteSqlRawAsync("ALTER TABLE Blackouts RENAME TO Gone");
        }

        (await AskAsync<BookingFailed>(Request())).Reason.Should().BeNull();
    }

    private BookingRequest Request() => new(Guid.NewGuid(), _room.Id, _slot, "Seminar", 5);

    private async Task<T> AskAsync<T>(BookingRequest request)
    {
        await _effects.OnRequestedAsync(new BookingRequested(request), _dispatcher);
        return await _dispatcher.NextAsync<T>();
    }

    private async Task<List<Reservation>> ReservationsAsync()
    {
        await using var context = _database.Open();
        return await context.Reservations.AsNoTracking().ToListAsync();
    }
}
