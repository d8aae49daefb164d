using System.Collections.Immutable;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Features.Browse;

/// <summary>A query as of a moment, for one reader.</summary>
/// <param name="Slot">The time of the query; null where it asks for none.</param>
/// <param name="Taken">What holds rooms then; null: the board knows.</param>
/// <param name="UserId">Whose favourites they are; null for nobody's.</param>
public sealed record BrowseRequest(
    BrowseQuery Query, TimeSlot? Slot, TakenRooms? Taken, int? UserId, ImmutableHashSet<int> Favorites) : IRoomSelector
{
    /// <summary>Whether a slot lies where the board holds all that is booked.</summary>
    public static bool IsOnBoard(TimeSlot slot, DateTime now, CampusCalendar calendar) =>
        slot.Start >= calendar.DayOf(now).Start && slot.End <= now + OccupancyRules.FreeUntilWindow;

    /// <summary>The same for everybody.</summary>
    public BrowseRequest ForAnyone() => UserId is null ? this : this with { UserId = null, Favorites = [] };

    public ImmutableArray<MonitorItem> Select(OccupancySnapshot snapshot) =>
        [.. BrowseSelection.Of(snapshot, this)
            .Select(room => new MonitorItem(room, Group: new RoomGroupKey((int)SectionOf(room), "")))
            .OrderBy(item => item.Group!.Value.Rank)];

    private BrowseSection SectionOf(RoomOccupancy room) => room.Status.Occupancy switch
    {
        _ when Favorites.Contains(room.Room.Id) => BrowseSection.Favorites,
        _ when Slot is not null => BrowseSection.FreeThen,
        OccupancyStatus.Free => BrowseSection.FreeNow,
        OccupancyStatus.EndingSoon => BrowseSection.EndingSoon,
        _ => BrowseSection.Occupied,
    };
}
