using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>Free rooms of the demo campus, given back as they were: there are not enough of them for every test to keep its own.</summary>
internal sealed class BorrowedRooms(DemoServerFixture demo) : IAsyncDisposable
{
    private readonly List<int> _rooms = [];
    private readonly List<int> _reservations = [];

    public async Task<int> TakeAsync()
    {
        var room = (await demo.FreeRoomAsync()).GetProperty("room_id").GetInt32();
        _rooms.Add(room);
        return room;
    }

    /// <summary>Occupies it for the next 20 minutes.</summary>
    public async Task<int> BookAsync(int room)
    {
        var reservation = await demo.BookNowAsync(room, TimeSpan.FromMinutes(20));
        _reservations.Add(reservation);
        return reservation;
    }

    public async Task CancelAsync(int reservation)
    {
        await demo.CancelAsync(reservation);
        _reservations.Remove(reservation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reservation in _reservations)
        {
            await demo.CancelAsync(reservation);
        }

        _rooms.ForEach(demo.Return);
    }
}
