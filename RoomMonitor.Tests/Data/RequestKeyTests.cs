using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data;

public sealed class RequestKeyTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Room _room = null!;
    private Caller _ines = null!;
    private Caller _omar = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _room = await _database.AddRoomAsync();
        _ines = await AddUserAsync("ines");
        _omar = await AddUserAsync("omar");
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task CreateAsync_SameKeyAgain_AnswersWithTheFirst()
    {
        var first = await CreateAsync(_ines, TestDatabase.Draft(_room.Id), "key");
        var again = await CreateAsync(_ines, TestDatabase.Draft(_room.Id, startsInMinutes: 300), "key");

        again.Id.Should().Be(first.Id);
        again.Start.Should().Be(first.Start);
    }

    [Fact]
    public async Task CreateAsync_SameKeyOfSomebodyElse_IsAnotherReservation()
    {
        var first = await CreateAsync(_ines, TestDatabase.Draft(_room.Id), "key");
        var other = await CreateAsync(_omar, TestDatabase.Draft(_room.Id, startsInMinutes: 300), "key");

        other.Id.Should().NotBe(first.Id);
    }

    [Fact]
    public async Task CreateAsync_NoKey_BooksEachTime()
    {
        var first = await CreateAsync(_ines, TestDatabase.Draft(_room.Id), null);
        var second = await CreateAsync(_ines, TestDatabase.Draft(_room.Id, startsInMinutes: 300), null);

        second.Id.Should().NotBe(first.Id);
    }

    [Fact]
    public async Task CreateAsync_SameKeyAtOnceForTwoRooms_BooksOne()
    {
        var other = await _database.AddRoomAsync("B2");
        var both = await Task.WhenAll(
            Task.Run(() => CreateAsync(_ines, TestDatabase.Draft(_room.Id), "key")), Task.Run(() => CreateAsync(_ines, TestDatabase.Draft(other.Id), "key")));

        both[0].Id.Should().Be(both[1].Id);
    }

    private Task<Reservation> CreateAsync(Caller caller, ReservationDraft draft, string? key) =>
        _database.Reservations.CreateAsync(draft, caller, default, key);

    private async Task<Caller> AddUserAsync(string name)
    {
        await using var context = _database.Open();
        var account = new UserAccount { UserName = name, Email = name };
        context.Add(account);
        await context.SaveChangesAsync();
        return new Caller(new Actor(account.Id, name), IsAdministrator: false);
    }
}
