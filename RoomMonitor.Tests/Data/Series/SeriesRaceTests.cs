using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data.Series;

/// <summary>Several at once, on the database that <see cref="TestDatabase"/> has.</summary>
public sealed class SeriesRaceTests : IAsyncLifetime
{
    private const int Writers = 8;

    private TestDatabase _database = null!;
    private Room _room = null!;
    private Caller _staff = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _room = await _database.AddRoomAsync();
        _staff = await _database.AddCallerAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task CreateAsync_SeriesThatOverlap_OneIsBookedWholly()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(number => Task.Run(() => TryAsync(
            () => _database.Series.CreateAsync(SeriesTestExtensions.Weekly(_room.Id, start: SeriesTestExtensions.Tuesday.AddMinutes(10 * number)), _staff, default)))));

        outcomes.Count(isBooked => isBooked).Should().Be(1);
        await using var context = _database.Open();
        (await context.Reservations.CountAsync()).Should().Be(15);
        (await context.Series.CountAsync()).Should().Be(1);
        (await context.Activity.CountAsync()).Should().Be(15);
    }

    [Fact]
    public async Task CreateAsync_SeriesAgainstSingleOnes_NothingOverlaps()
    {
        var singles = Enumerable.Range(0, 15).Select(week => Task.Run(() => TryAsync(() => _database.Reservations.CreateAsync(
            new ReservationDraft(
                _room.Id, SeriesTestExtensions.Tuesday.AddDays(7 * week).AddHours(1).Utc(), SeriesTestExtensions.Tuesday.AddDays(7 * week).AddHours(2).Utc(), new ReservationDetails("Single", 1)),
            _staff,
            default))));
        var series = Task.Run(() => TryAsync(() => _database.Series.CreateAsync(SeriesTestExtensions.Weekly(_room.Id), _staff, default)));

        var booked = (await Task.WhenAll(singles.ToList())).Count(isBooked => isBooked);

        (await series).Should().Be(booked == 0, "the series is booked as a whole, or not at all");
        await using var context = _database.Open();
        var all = await context.Reservations.AsNoTracking().OrderBy(one => one.Start).ToListAsync();
        all.Should().HaveCount(booked == 0 ? 15 : booked);
        all.Zip(all.Skip(1)).Should().OnlyContain(pair => !pair.First.Slot.Overlaps(pair.Second.Slot));
    }

    private static async Task<bool> TryAsync(Func<Task> book)
    {
        try
        {
            await book();
            return true;
        }
        catch (Exception exception) when (exception is SeriesConflictException or SlotTakenException)
        {
            return false;
        }
    }
}
