using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data.Kiosks;

/// <summary>What a screen may do with reservations: of its rooms, and nothing else.</summary>
public sealed class DoorActsTests : IAsyncLifetime
{
    private static readonly ReservationDetails _details = new("Booked at the door", 1);
    private static readonly Caller _administrator = new(new Actor(null, "admin"), IsAdministrator: true);

    private TestDatabase _database = null!;
    private Room _room = null!;
    private Caller _screen = null!;

    private ReservationService Service => _database.Reservations;

    private KioskService Kiosks => _database.Services.GetRequiredService<KioskService>();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _room = await _database.AddRoomAsync();
        _screen = await AddScreenAsync(_room);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task BookNowAsync_FreeRoom_IsBookedFromTheRunningMinuteInTheScreensName()
    {
        _database.Clock.Advance(TimeSpan.FromSeconds(42));

        var reservation = await BookAsync(30);

        reservation.Slot.Should().Be(new RoomMonitor.Domain.Time.TimeSlot(TestDatabase.Now, TestDatabase.Now.AddMinutes(30)));
        reservation.Should().BeEquivalentTo(new { UserId = (int?)null, Status = ReservationStatus.Confirmed, Purpose = "Booked at the door" });
        await using var context = _database.Open();
        (await context.Activity.SingleAsync()).UserName.Should().Be("Door A1");
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(45, 30)]
    public async Task BookNowAsync_SomethingFollows_EndsThere(int nextInMinutes, int length)
    {
        await Service.CreateAsync(TestDatabase.Draft(_room.Id, nextInMinutes), Caller.System, default);

        (await BookAsync(30)).Slot.Length.Should().Be(TimeSpan.FromMinutes(length));
    }

    [Fact]
    public async Task BookNowAsync_AClosureFollows_EndsThere()
    {
        await using (var context = _database.Open())
        {
            context.Add(new Blackout { RoomId = _room.Id, Start = TestDatabase.Now.AddMinutes(10), End = TestDatabase.Now.AddDays(1) });
            await context.SaveChangesAsync();
        }

        (await BookAsync(60)).End.Should().Be(TestDatabase.Now.AddMinutes(10));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public async Task BookNowAsync_HeldOrAsGoodAs_TellsWhatIsInTheWay(double startsInMinutes)
    {
        var held = await Service.CreateAsync(TestDatabase.Draft(_room.Id, startsInMinutes), Caller.System, default);

        var act = () => BookAsync(15);

        (await act.Should().ThrowAsync<SlotTakenException>()).Which.Conflicts.Select(conflict => conflict.Id).Should().Equal(held.Id);
    }

    [Fact]
    public async Task BookNowAsync_SomethingEndedWithinTheMinute_StartsNow()
    {
        await Service.CreateAsync(TestDatabase.Draft(_room.Id, 0, 10.5), Caller.System, default);
        _database.Clock.Advance(TimeSpan.FromMinutes(10.75));

        (await BookAsync(15)).Start.Should().Be(TestDatabase.Now.AddMinutes(10.75));
    }

    [Fact]
    public async Task BookNowAsync_SameKeyAMinuteLater_GivesBackWhatWasMade()
    {
        var key = Guid.NewGuid().ToString("N");
        var first = await BookAsync(30, key: key);
        _database.Clock.Advance(TimeSpan.FromMinutes(1));

        (await BookAsync(30, key: key)).Id.Should().Be(first.Id);
        await ((Func<Task>)(() => BookAsync(15, key: key))).Should().ThrowAsync<RequestKeyException>();
    }

    [Fact]
    public async Task BookNowAsync_TwoScreensAtOnce_OneGetsIt()
    {
        var other = await AddScreenAsync(_room);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(async () =>
        {
            try
            {
                return await BookAsync(30, number % 2 == 0 ? _screen : other);
            }
            catch (SlotTakenException)
            {
                return null;
            }
        })));

        outcomes.Should().ContainSingle(reservation => reservation != null);
        await using var context = _database.Open();
        (await context.Reservations.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task BookNowAsync_AlreadyRevoked_IsRefusedWhateverIsInMemory()
    {
        await Kiosks.RevokeAsync(_screen.Kiosk!.DeviceId, _administrator, default);

        await ((Func<Task>)(() => BookAsync(15))).Should().ThrowAsync<NotAllowedException>();
    }

    [Fact]
    public async Task BookNowAsync_RevokedMeanwhile_BooksBeforeOrNotAtAll()
    {
        var rooms = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => _database.AddRoomAsync($"B{number}")));
        var screens = await Task.WhenAll(rooms.Select(AddScreenAsync));

        var booked = await Task.WhenAll(screens.Select((screen, index) => Task.Run(async () =>
        {
            var revoke = Kiosks.RevokeAsync(screen.Kiosk!.DeviceId, _administrator, default);
            try
            {
                await Service.BookNowAsync(rooms[index].Id, TimeSpan.FromMinutes(15), _details, screen, Guid.NewGuid().ToString("N"), default);
                return true;
            }
            catch (NotAllowedException)
            {
                return false;
            }
            finally
            {
                await revoke;
            }
        })));

        await using var context = _database.Open();
        (await context.Reservations.CountAsync()).Should().Be(booked.Count(one => one));
        foreach (var (screen, index) in screens.Select((screen, index) => (screen, index)))
        {
            var act = () => Service.BookNowAsync(rooms[index].Id, TimeSpan.FromMinutes(15), _details, screen, Guid.NewGuid().ToString("N"), default);
            await act.Should().ThrowAsync<NotAllowedException>();
        }
    }

    [Fact]
    public async Task ExtendAsync_UpToTheNext_AndNoFurther()
    {
        var running = await Service.CreateAsync(TestDatabase.Draft(_room.Id, 0, 30), Caller.System, default);
        var next = await Service.CreateAsync(TestDatabase.Draft(_room.Id, 50, 30), Caller.System, default);

        var longer = await Service.ExtendAsync(running.Id, TimeSpan.FromMinutes(15), _screen, default);
        var upToTheNext = await Service.ExtendAsync(running.Id, TimeSpan.FromMinutes(15), _screen, default);

        longer.End.Should().Be(TestDatabase.Now.AddMinutes(45));
        upToTheNext.End.Should().Be(next.Start);
        var act = () => Service.ExtendAsync(running.Id, TimeSpan.FromMinutes(15), _screen, default);
        (await act.Should().ThrowAsync<SlotTakenException>()).Which.Conflicts.Select(conflict => conflict.Id).Should().Equal(next.Id);
    }

    [Fact]
    public async Task Acts_OnSomebodysReservationOfTheRoom_AreDoneInTheScreensName()
    {
        var owner = await _database.AddCallerAsync();
        var reservation = await Service.CreateAsync(TestDatabase.Draft(_room.Id, 0, 30), owner, default);

        await Service.CheckInAsync(reservation.Id, _screen, default);
        _database.Clock.Advance(TimeSpan.FromMinutes(5));
        var ended = await Service.EndEarlyAsync(reservation.Id, _screen, default);

        ended.CheckedInAt.Should().Be(TestDatabase.Now);
        ended.End.Should().Be(TestDatabase.Now.AddMinutes(5));
        ended.UserId.Should().Be(owner.Actor.UserId);
        await using var context = _database.Open();
        (await context.Activity.OrderBy(entry => entry.Id).Select(entry => entry.UserName).ToListAsync()).Should().Equal("staff@test.local", "Door A1", "Door A1");
    }

    [Fact]
    public async Task Acts_OfAnotherRoomOrOneThatIsApproved_AreRefused()
    {
        var (other, guarded) = (await _database.AddRoomAsync("B2"), await _database.AddRoomAsync("G3", requiresApproval: true));
        var guard = await AddScreenAsync(guarded);
        var elsewhere = await Service.CreateAsync(TestDatabase.Draft(other.Id, 0), Caller.System, default);
        var approved = await Service.CreateAsync(TestDatabase.Draft(guarded.Id, 0), Caller.System, default);
        await Service.ConfirmAsync(approved.Id, Caller.System, default);

        await RefusesAsync(_screen, elsewhere.Id, other.Id);
        await RefusesAsync(guard, approved.Id, guarded.Id);
    }

    [Fact]
    public async Task Changes_OtherThanAtTheDoor_AreNone()
    {
        var reservation = await Service.CreateAsync(TestDatabase.Draft(_room.Id, 0), Caller.System, default);

        await ((Func<Task>)(() => Service.CancelAsync(reservation.Id, _screen, default))).Should().ThrowAsync<NotAllowedException>();
        await ((Func<Task>)(() => Service.DeleteAsync(reservation.Id, _screen, default))).Should().ThrowAsync<NotAllowedException>();
        await ((Func<Task>)(() => Service.ConfirmAsync(reservation.Id, _screen, default))).Should().ThrowAsync<NotAllowedException>();
        await ((Func<Task>)(() => Service.UpdateAsync(reservation.Id, new ReservationPatch { Attendees = 2 }, _screen, default)))
            .Should().ThrowAsync<NotAllowedException>();
    }

    [Fact]
    public async Task CheckInAsync_ByItsOwnerOrAStranger_IsDoneOrRefused()
    {
        var (owner, stranger) = (await _database.AddCallerAsync(), await _database.AddCallerAsync("else@test.local"));
        var reservation = await Service.CreateAsync(TestDatabase.Draft(_room.Id, 10), owner, default);

        await ((Func<Task>)(() => Service.CheckInAsync(reservation.Id, stranger, default))).Should().ThrowAsync<NotAllowedException>();
        (await Service.CheckInAsync(reservation.Id, owner, default)).CheckedInAt.Should().NotBeNull();
    }

    private Task<Reservation> BookAsync(int minutes, Caller? screen = null, string? key = null) =>
        Service.BookNowAsync(_room.Id, TimeSpan.FromMinutes(minutes), _details, screen ?? _screen, key ?? Guid.NewGuid().ToString("N"), default);

    private async Task<Caller> AddScreenAsync(Room room)
    {
        var draft = new KioskDraft($"Door {room.Code}", KioskKind.Room, room.Id, null, null, ShowsDetails: false, MayBook: true);
        var (device, code) = await Kiosks.RegisterAsync(draft, _administrator, default);
        await Kiosks.PairAsync(code, default);
        return Caller.OfKiosk(new KioskAccess(device.Id, [room.Id]), device.Name);
    }

    private async Task RefusesAsync(Caller screen, int reservationId, int roomId)
    {
        Func<Task>[] acts =
        [
            () => Service.BookNowAsync(roomId, TimeSpan.FromMinutes(15), _details, screen, Guid.NewGuid().ToString("N"), default),
            () => Service.CheckInAsync(reservationId, screen, default),
            () => Service.ExtendAsync(reservationId, TimeSpan.FromMinutes(15), screen, default),
            () => Service.EndEarlyAsync(reservationId, screen, default),
        ];
        foreach (var act in acts)
        {
            await act.Should().ThrowAsync<NotAllowedException>();
        }
    }
}
