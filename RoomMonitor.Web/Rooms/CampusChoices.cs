using System.Collections.Immutable;
using RoomMonitor.Domain.Names;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>What can be chosen from on this campus.</summary>
/// <param name="Buildings">In the order of the board.</param>
/// <param name="Amenities">What most rooms have comes first.</param>
/// <param name="LargestRoom">Seats of the largest room.</param>
public sealed record CampusChoices(ImmutableArray<string> Buildings, ImmutableArray<string> Amenities, int LargestRoom)
{
    public static CampusChoices None { get; } = new([], [], 0);

    /// <summary>Made once for a snapshot.</summary>
    public static CampusChoices Of(OccupancySnapshot snapshot) =>
        PerSnapshot<int, CampusChoices>.Get(snapshot, 0, static (snapshot, _, _) => Read(snapshot), 0);

    private static CampusChoices Read(OccupancySnapshot snapshot) => new(
        [.. snapshot.InReadingOrder.Select(room => room.Room.Building).Where(building => building.Length > 0).Distinct(NameComparer.Instance)],
        [.. snapshot.Rooms.SelectMany(room => room.Room.Amenities).CountBy(name => name, NameComparer.Instance)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).Select(pair => pair.Key)],
        snapshot.Rooms.Select(room => room.Room.Capacity).DefaultIfEmpty(0).Max());
}
