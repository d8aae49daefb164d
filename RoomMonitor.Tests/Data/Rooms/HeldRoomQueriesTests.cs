using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Rooms;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data.Rooms;

public sealed class HeldRoomQueriesTests : IAsyncLifetime
{
    private static readonly DateTime _at = TestDatabase.Now.AddDays(30);
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task HeldAsync_Slot_GivesWhatIsReservedOrClosedInIt()
    {
        var rooms = new List<Room>();
        foreach (var code in new[] { "before", "over", "after", "cancelled", "closed", "pending" })
        {
            rooms.Add(await _database.AddRoomAsync(code, requiresApproval: code == "pending"));
        }

        await BookAsync(rooms[0], -60, 60);
        await BookAsync(rooms[1], -30, 31);
        await BookAsync(rooms[2], 60, 60);
        var cancelled = await BookAsync(rooms[3], 0, 60);
        await _database.Reservations.CancelAsync(cancelled, Caller.System, default);
        await BookAsync(rooms[5], 59, 60);
        await using (var context = _database.Open())
        {
            context.Add(new Blackout { RoomId = rooms[4].Id, Start = _at.AddDays(-20), End = _at.AddMinutes(1) });
            await context.SaveChangesAsync();
        }

        var held = await _database.Services.GetRequiredService<HeldRoomQueries>().HeldAsync(new TimeSlot(_at, _at.AddHours(1)), default);

        held.Should().BeEquivalentTo([rooms[1].Id, rooms[4].Id, rooms[5].Id]);
    }

    private async Task<int> BookAsync(Room room, double startsInMinutes, double minutes)
    {
        var draft = TestDatabase.Draft(room.Id) with { Start = _at.AddMinutes(startsInMinutes), End = _at.AddMinutes(startsInMinutes + minutes) };
        return (await _database.Reservations.CreateAsync(draft, Caller.System, default)).Id;
    }
}
