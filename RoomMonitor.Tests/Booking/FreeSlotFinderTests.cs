using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Occupancy;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Booking;

namespace RoomMonitor.Tests.Booking;

public sealed class FreeSlotFinderTests : IAsyncLifetime
{
    private readonly LiveBoard.LiveCommitListener _commits = new();
    private TestDatabase _database = null!;
    private Room _asked = null!;
    private Room _other = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(_commits);
        _asked = await _database.AddRoomAsync("A1");
        _other = await _database.AddRoomAsync("A2");
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(30)]
    public async Task FindAsync_Taken_OffersTheOtherRoomThenTheTimesAround(int daysAhead)
    {
        var asked = Slot(daysAhead, 600, 660);
        await BookAsync(_asked, asked);

        var found = await FindAsync(asked);

        found.Alternatives.Select(alternative => (alternative.Room.Id, alternative.Slot)).Should().Equal(
            (_other.Id, asked), (_asked.Id, Slot(daysAhead, 660, 720)), (_asked.Id, Slot(daysAhead, 540, 600)));
        found.Taken.Should().Equal(asked);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public async Task FindAsync_OtherRoomIsTakenOrClosedToo_IsNotOffered(int daysAhead)
    {
        var asked = Slot(daysAhead, 600, 660);
        await BookAsync(_asked, asked);
        await BookAsync(_other, Slot(daysAhead, 659, 720));
        var closed = await _database.AddRoomAsync("A3");
        await using (var context = _database.Open())
        {
            context.Add(new Blackout { RoomId = closed.Id, Start = asked.Start.AddHours(-1), End = asked.Start.AddMinutes(1) });
            await context.SaveChangesAsync();
        }

        (await FindAsync(asked)).Alternatives.Should().OnlyContain(alternative => alternative.Room.Id == _asked.Id);
    }

    [Fact]
    public async Task FindAsync_AFullDay_LooksAtTheNextOnes()
    {
        var asked = Slot(1, 600, 660);
        await BookAsync(_asked, Slot(1, 300, 1_400));

        var found = await FindAsync(asked);

        found.Alternatives.Where(alternative => alternative.Room.Id == _asked.Id).Select(alternative => alternative.Slot)
            .Should().Equal(Slot(2, 600, 660), Slot(3, 600, 660));
    }

    /// <summary>What ends after the days that are looked at is only offered where it is known to be free to its end.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(30)]
    public async Task FindAsync_OverDays_OffersTheSameTimesOfLaterDays(int daysAhead)
    {
        var asked = Slot(daysAhead, 600, 600 + (2 * 1_440));
        await BookAsync(_asked, Slot(daysAhead, 600, 660));
        await BookAsync(_asked, Slot(daysAhead + 4, 600, 660));

        var found = await FindAsync(asked);

        found.Alternatives.Select(alternative => (alternative.Room.Id, alternative.Slot)).Should().Equal(
            (_other.Id, asked), (_asked.Id, Slot(daysAhead + 1, 600, 600 + (2 * 1_440))), (_asked.Id, Slot(daysAhead + 2, 600, 600 + (2 * 1_440))));
    }

    [Fact]
    public async Task FindAsync_WhatTheBoardHasNotHeardOfYet_CountsAsTaken()
    {
        var asked = Slot(1, 600, 660);

        var found = await FindAsync(asked, Slot(1, 630, 690));

        found.Alternatives[1].Slot.Should().Be(Slot(1, 570, 630));
        found.Taken.Should().Equal(Slot(1, 630, 690));
    }

    [Fact]
    public async Task FindAsync_MorePeopleThanSeats_OffersNoRoom() =>
        (await FindAsync(_asked.Id, Slot(1, 600, 660), people: 21)).Alternatives
            .Should().OnlyContain(alternative => alternative.Room.Id == _asked.Id);

    [Fact]
    public async Task FindAsync_NoSuchRoom_IsNothing() =>
        (await FindAsync(4711, Slot(1, 600, 660), people: 1)).Alternatives.Should().BeEmpty();

    /// <summary>Minutes of a day, counted from today; the campus lives on UTC then.</summary>
    private static TimeSlot Slot(int day, int from, int to) =>
        new(TestDatabase.Now.Date.AddDays(day).AddMinutes(from), TestDatabase.Now.Date.AddDays(day).AddMinutes(to));

    private Task<Reservation> BookAsync(Room room, TimeSlot slot)
    {
        var draft = TestDatabase.Draft(room.Id) with { Start = slot.Start, End = slot.End };
        return _database.Reservations.CreateAsync(draft, RoomMonitor.Data.Reservations.Caller.System, default);
    }

    private Task<FreeSlotSearch> FindAsync(TimeSlot asked, params TimeSlot[] inTheWay) => FindAsync(_asked.Id, asked, people: 5, inTheWay);

    private async Task<FreeSlotSearch> FindAsync(int roomId, TimeSlot asked, int people, params TimeSlot[] inTheWay)
    {
        await using var board = await LiveBoard.StartAsync(_database, _commits);
        var finder = new FreeSlotFinder(board.Broadcaster, _database.Services.GetRequiredService<OccupancyQueries>(), _database.Clock);
        return await finder.FindAsync(roomId, asked, people, inTheWay, default);
    }
}
