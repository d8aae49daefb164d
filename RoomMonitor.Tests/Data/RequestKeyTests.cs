using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Data.Series;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data;

/// <summary>Asked twice under one key, made once.</summary>
public sealed class RequestKeyTests : IAsyncLifetime
{
    private const string Key = "8e03978e-40d5-43e8-bc93-6894a57f9324";
    private const int Writers = 12;

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
    public async Task CreateAsync_SameKeyFromManyAtOnce_BooksOnce()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(
            () => _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id), _staff, default, Key))));
        var series = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(
            () => _database.Series.CreateAsync(SeriesTestExtensions.Weekly(_room.Id), _staff, default, Key))));

        made.Select(one => one.Id).Distinct().Should().ContainSingle();
        series.Select(one => one.Series.Id).Distinct().Should().ContainSingle();
        series.Should().OnlyContain(one => one.Occurrences.Count == 15);
        await using var context = _database.Open();
        (await context.Reservations.CountAsync()).Should().Be(16);
        (await context.Activity.CountAsync()).Should().Be(16);
    }

    [Fact]
    public async Task CreateAsync_SameKeyForSeveralRoomsAtOnce_BooksOneAndRefusesTheOthers()
    {
        var rooms = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => _database.AddRoomAsync($"K{number}")));

        var outcomes = await Task.WhenAll(rooms.Select(room => Task.Run(async () =>
        {
            try
            {
                await _database.Reservations.CreateAsync(TestDatabase.Draft(room.Id), _staff, default, Key);
                return true;
            }
            catch (RequestKeyException)
            {
                return false;
            }
        })));

        outcomes.Count(isBooked => isBooked).Should().Be(1);
    }

    [Fact]
    public async Task CreateAsync_SameKeyLater_GivesWhatWasMadeAsItIsNow()
    {
        var made = await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id), _staff, default, Key);
        await _database.Reservations.CancelAsync(made.Id, _staff, default);
        _database.Clock.Advance(TimeSpan.FromDays(1));

        var again = await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id), _staff, default, Key);

        again.Id.Should().Be(made.Id);
        again.Status.Should().Be(ReservationStatus.Cancelled);
    }

    [Fact]
    public async Task CreateAsync_SameKeyForSomethingElse_IsRefused()
    {
        await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id), _staff, default, Key);
        await _database.Series.CreateAsync(SeriesTestExtensions.Weekly(_room.Id), _staff, default, Key);

        await ((Func<Task>)(() => _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id, minutes: 30), _staff, default, Key)))
            .Should().ThrowAsync<RequestKeyException>();
        await ((Func<Task>)(() => _database.Series.CreateAsync(SeriesTestExtensions.Weekly(_room.Id, count: 14), _staff, default, Key)))
            .Should().ThrowAsync<RequestKeyException>();
    }

    [Fact]
    public async Task CreateAsync_SameKeyOfAnotherUser_IsAnotherKey()
    {
        var other = await _database.AddCallerAsync("other@test.local");
        var first = await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id), _staff, default, Key);

        var second = await _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id, startsInMinutes: 200), other, default, Key);

        second.Id.Should().NotBe(first.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with blank")]
    [InlineData("ümlaut")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task CreateAsync_KeyThatCantBe_IsRefused(string key)
    {
        var act = () => _database.Reservations.CreateAsync(TestDatabase.Draft(_room.Id), _staff, default, key);

        await act.Should().ThrowAsync<ArgumentException>();
    }
}
