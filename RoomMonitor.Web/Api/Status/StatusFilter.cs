using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Api.Input;

namespace RoomMonitor.Web.Api.Status;

/// <summary>Which rooms to tell of; null lets all through.</summary>
/// <param name="Building">In upper case: buildings are compared as written but for case.</param>
internal sealed record StatusFilter(string? Building, OccupancyStatus? Status, int? MinimumCapacity)
{
    /// <exception cref="ApiException">400 for a value that can't be.</exception>
    public static StatusFilter Read(QueryFields query)
    {
        var filter = new StatusFilter(
            query.Text("building")?.ToUpperInvariant(), query.Word<OccupancyStatus>("status"), query.Number("min_capacity"));
        query.ThrowIfRefused();
        return filter;
    }

    public bool Matches(Room room) =>
        (Building is null || room.Building.Equals(Building, StringComparison.OrdinalIgnoreCase))
        && (MinimumCapacity is null || room.Capacity >= MinimumCapacity);

    public bool Matches(RoomStatus status) => Status is null || status.Occupancy == Status;
}
