using System.Collections.Immutable;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Features.Browse;

/// <summary>The rooms that fit a request, in reading order. Pure.</summary>
public static class BrowseSelection
{
    /// <summary>Made once for all who ask the same of one snapshot, whatever their favourites.</summary>
    public static ImmutableArray<RoomOccupancy> Of(OccupancySnapshot snapshot, BrowseRequest request) =>
        PerSnapshot<BrowseRequest, ImmutableArray<RoomOccupancy>>.Get(
            snapshot, request.ForAnyone(), static (snapshot, request, _) => [.. Suitable(snapshot, request.Query).Where(room => IsFreeThen(room, request))], 0);

    /// <summary>The rooms that would do if it were not for the time: neither status nor slot is asked for.</summary>
    public static IEnumerable<RoomOccupancy> AtAnyTime(OccupancySnapshot snapshot, BrowseQuery query) =>
        Suitable(snapshot, query with { Status = null });

    private static IEnumerable<RoomOccupancy> Suitable(OccupancySnapshot snapshot, BrowseQuery query)
    {
        var words = SearchText.Words(query.Search);
        return snapshot.InReadingOrder.Where(room => (query.Status is null || room.Status.Occupancy == query.Status) && Has(room.Room, query, words));
    }

    private static bool Has(Room room, BrowseQuery query, string[] words) =>
        room.Seats(query.Seats)
        && (query.Building.Length == 0 || NameText.AreSame(room.Building, query.Building))
        && query.Amenities.AreIn(room)
        && SearchText.Matches(room, words);

    private static bool IsFreeThen(RoomOccupancy room, BrowseRequest request) => request switch
    {
        { Slot: null } => true,
        { Taken: { } taken } => !taken.RoomIds.Contains(room.Room.Id),
        { Slot: { } slot } => room.Schedule.IsFree(slot),
    };
}
