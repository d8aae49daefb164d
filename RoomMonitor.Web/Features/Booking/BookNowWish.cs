using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>What the page that "book now" stands on was asked for: its address says so, be it the list's or the room's.</summary>
/// <param name="People">No more than the room has seats for: favourites are listed whatever was asked.</param>
/// <param name="Length">Null where none was asked for.</param>
public sealed record BookNowWish(int People, TimeSpan? Length)
{
    public static BookNowWish None { get; } = new(1, null);

    public static BookNowWish Of(string address, Room room)
    {
        var query = new Uri(address).Query;
        var (list, page) = (BrowseQuery.Parse(query), RoomQuery.Parse(query));
        var people = Math.Max(1, page.People ?? list.Seats);
        return new BookNowWish(
            room.Capacity > 0 ? Math.Min(people, room.Capacity) : people,
            page.Length ?? (list.Time is NextMinutes next ? TimeSpan.FromMinutes(next.Minutes) : null));
    }
}
