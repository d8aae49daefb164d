using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data;

public sealed class ReservationServiceTests : IAsyncLifetime
{
    private static readonly Caller _system = Caller.System;
    private TestDatabase _database = null!;
    private Room _room = null!;

    private ReservationService Service => _database.Reservations;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _room = await _database.AddRoomAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task CreateAsync_BackToBack_BothAreBooked()
    {
        var first = await Service.CreateAsync(TestDatabase.Draft(_room.Id), _system, default);
        var second = await Service.CreateAsync(TestDatabase.Draft(_room.Id, startsInMinutes: 120), _system, default);

        second.Start.Should().Be(first.End);
        first.Status.Should().Be(ReservationStatus.Confirmed);
    }

    [Fact]
    public async Task CreateAsync_Overlap_TellsWhatIsInTheWayAndChangesNothing()
    {
        var first = await Service.CreateAsync(TestDatabase.Draft(_room.Id), _system, default);

        var act = () => Service.CreateAsync(TestDatabase.Draft(_room.Id, startsInMinutes: 119.99), _system, default);

        (await act.Should().ThrowAsync<SlotTakenException>()).Which.Conflicts.Select(c => c.Id).Should().Equal(first.Id);
        await using var context = _database.Open();
        (await context.Reservations.CountAsync()).Should().Be(1);
        (await context.Activity.CountAsync()).Should().Be(1);
    }

    /// <summary>Whoever asks: the API, a page, a screen.</summary>
    [Theory]
    [InlineData("Exam\u202e", null, null, ReservationField.Purpose)]
    [InlineData("Exam", "ask Ada", null, ReservationField.ContactEmail)]
    [InlineData("Exam", null, "later", ReservationField.ContactPhone)]
    public async Task CreateAsync_TextsThatCantBe_NameTheField(string purpose, string? email, string? phone, ReservationField field)
    {
        var draft = TestDatabase.Draft(_room.Id) with { Details = new ReservationDetails(purpose, 1, email, phone) };

        var act = () => Service.CreateAsync(draft, _system, default);

        (await act.Should().ThrowAsync<InvalidReservationException>()).Which.Errors.Select(error => error.Field).Should().Equal(field);
    }

    [Fact]
    public async Task CreateAsync_RoomNeedsApproval_IsPendingWhoeverAsks()
    {
        var guarded = await _database.AddRoomAsync("G", requiresApproval: true);
        var staff = new Caller(new Actor(null, "staff"), IsAdministrator: false);

        var first = await Service.CreateAsync(TestDatabase.Draft(guarded.Id), staff, default);
        var second = await Service.CreateAsync(TestDatabase.Draft(guarded.Id, startsInMinutes: 200), _system, default);

        new[] { first, second }.Should().OnlyContain(reservation => reservation.Status == ReservationStatus.Pending);
    }

    [Fact]
    public async Task CreateAsync_AccountIsGone_IsRefused()
    {
        var ghost = new Caller(new Actor(4711, "ghost"), IsAdministrator: false);

        var act = () => Service.CreateAsync(TestDatabase.Draft(_room.Id), ghost, default);

        await act.Should().ThrowAsync<NotAllowedException>();
    }

    [Fact]
    public async Task CreateAsync_RoomIsClosed_IsRefused()
    {
        await using (var context = _database.Open())
        {
            context.Add(new Blackout { RoomId = _room.Id, Start = TestDatabase.Now, End = TestDatabase.Now.AddDays(1) });
            await context.SaveChangesAsync();
        }

        var act = () => Service.CreateAsync(TestDatabase.Draft(_room.Id), _system, default);

        (await act.Should().ThrowAsync<SlotTakenException>()).Which.IsClosed.Should().BeTrue();
    }

    [Theory]
    [InlineData(60, 0, 5, ReservationField.End)]
    [InlineData(60, -30, 5, ReservationField.End)]
    [InlineData(60, 366 * 24 * 60, 5, ReservationField.End)]
    [InlineData(-61, 120, 5, ReservationField.Start)]
    [InlineData(4 * 366 * 24 * 60, 60, 5, ReservationField.Start)]
    [InlineData(60, 60, 21, ReservationField.Attendees)]
    [InlineData(60, 60, 0, ReservationField.Attendees)]
    public async Task CreateAsync_Impossible_NamesTheField(double startsIn, double minutes, int attendees, ReservationField field)
    {
        var draft = TestDatabase.Draft(_room.Id, startsIn, minutes) with { Details = new ReservationDetails("Seminar", attendees) };

        var act = () => Service.CreateAsync(draft, _system, default);

        (await act.Should().ThrowAsync<InvalidReservationException>()).Which.Errors.Select(error => error.Field).Should().Equal(field);
    }

    [Fact]
    public async Task CreateAsync_StartsInTheRunningMinute_IsBooked()
    {
        _database.Clock.Advance(TimeSpan.FromSeconds(59));

        var reservation = await Service.CreateAsync(TestDatabase.Draft(_room.Id, startsInMinutes: 0), _system, default);

        reservation.Start.Should().Be(TestDatabase.Now);
    }

    [Fact]
    public async Task EndEarlyAsync_Running_FreesTheRoomForTheRunningMinute()
    {
        var reservation = await Service.CreateAsync(TestDatabase.Draft(_room.Id, startsInMinutes: 0), _system, default);
        _database.Clock.Advance(TimeSpan.FromSeconds(20 * 60 + 42));

        var ended = await Service.EndEarlyAsync(reservation.Id, _system, default);

        ended.End.Should().Be(TestDatabase.Now.AddMinutes(20));
        var next = await Service.CreateAsync(TestDatabase.Draft(_room.Id, startsInMinutes: 20), _system, default);
        next.Start.Should().Be(ended.End);
    }

    [Fact]
    public async Task EndEarlyAsync_RoomIsClosedByNowAndTooSmall_IsNotCheckedAgain()
    {
        var reservation = await Service.CreateAsync(TestDatabase.Draft(_room.Id, startsInMinutes: 0), _system, default);
        await using (var context = _database.Open())
        {
            var room = await context.Rooms.SingleAsync(room => room.Id == _room.Id);
            (room.IsActive, room.Capacity) = (false, 1);
            await context.SaveChangesAsync();
        }

        _database.Clock.Advance(TimeSpan.FromMinutes(5));

        (await Service.EndEarlyAsync(reservation.Id, _system, default)).Slot.Length.Should().Be(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task EndEarlyAsync_SomebodyElses_IsRefused()
    {
        var reservation = await Service.CreateAsync(TestDatabase.Draft(_room.Id, startsInMinutes: 0), _system, default);
        _database.Clock.Advance(TimeSpan.FromMinutes(5));

        var act = () => Service.EndEarlyAsync(reservation.Id, new Caller(new Actor(7, "else"), IsAdministrator: false), default);

        await act.Should().ThrowAsync<NotAllowedException>();
    }

    [Fact]
    public async Task UpdateAsync_ToAnotherRoom_FreesTheOneAndHoldsTheOther()
    {
        var other = await _database.AddRoomAsync("B2");
        var reservation = await Service.CreateAsync(TestDatabase.Draft(_room.Id), _system, default);

        await Service.UpdateAsync(reservation.Id, new ReservationPatch { RoomId = other.Id }, _system, default);

        await Service.CreateAsync(TestDatabase.Draft(_room.Id), _system, default);
        var act = () => Service.CreateAsync(TestDatabase.Draft(other.Id), _system, default);
        await act.Should().ThrowAsync<SlotTakenException>();
        await using var context = _database.Open();
        var moved = await context.Activity.AsNoTracking().SingleAsync(e => e.Action == ActivityAction.ReservationUpdated);
        moved.PreviousRoomId.Should().Be(_room.Id);
        moved.RoomId.Should().Be(other.Id);
    }

    [Fact]
    public async Task UpdateAsync_OwnTimeOnly_IsNoConflictWithItself()
    {
        var reservation = await Service.CreateAsync(TestDatabase.Draft(_room.Id), _system, default);

        var updated = await Service.UpdateAsync(reservation.Id, new ReservationPatch { End = reservation.End.AddMinutes(15) }, _system, default);

        updated.End.Should().Be(reservation.End.AddMinutes(15));
        updated.Version.Should().Be(1);
    }

    [Fact]
    public async Task UpdateAsync_NothingDiffers_WritesNoEntry()
    {
        var reservation = await Service.CreateAsync(TestDatabase.Draft(_room.Id), _system, default);

        await Service.UpdateAsync(reservation.Id, new ReservationPatch { Purpose = reservation.Purpose }, _system, default);

        await using var context = _database.Open();
        (await context.Activity.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Changes_BySomebodyElse_AreRefused()
    {
        var reservation = await Service.CreateAsync(TestDatabase.Draft(_room.Id), _system, default);
        var stranger = new Caller(new Actor(4711, "stranger"), IsAdministrator: false);

        await ((Func<Task>)(() => Service.CancelAsync(reservation.Id, stranger, default))).Should().ThrowAsync<NotAllowedException>();
        await ((Func<Task>)(() => Service.DeleteAsync(reservation.Id, stranger, default))).Should().ThrowAsync<NotAllowedException>();
        await ((Func<Task>)(() => Service.ConfirmAsync(reservation.Id, stranger, default))).Should().ThrowAsync<NotAllowedException>();
        await ((Func<Task>)(() => Service.UpdateAsync(reservation.Id, new ReservationPatch { Attendees = 2 }, stranger, default)))
            .Should().ThrowAsync<NotAllowedException>();
    }

    [Fact]
    public async Task CancelAsync_Twice_IsRefusedAndTheSlotIsFree()
    {
        var reservation = await Service.CreateAsync(TestDatabase.Draft(_room.Id), _system, default);
        await Service.CancelAsync(reservation.Id, _system, default);

        var act = () => Service.CancelAsync(reservation.Id, _system, default);

        await act.Should().ThrowAsync<ReservationTransitionException>();
        await Service.CreateAsync(TestDatabase.Draft(_room.Id), _system, default);
    }

    [Fact]
    public async Task DeleteAsync_RemovesItAndWritesTheEntry()
    {
        var reservation = await Service.CreateAsync(TestDatabase.Draft(_room.Id), _system, default);

        await Service.DeleteAsync(reservation.Id, _system, default);

        await using var context = _database.Open();
        (await context.Reservations.CountAsync()).Should().Be(0);
        (await context.Activity.CountAsync(e => e.Action == ActivityAction.ReservationDeleted)).Should().Be(1);
        await ((Func<Task>)(() => Service.DeleteAsync(reservation.Id, _system, default))).Should().ThrowAsync<ReservationNotFoundException>();
    }
}
