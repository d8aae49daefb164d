using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Api.Input;
using RoomMonitor.Web.Api.Problems;

namespace RoomMonitor.Web.Api.Status;

/// <summary>Which rooms to tell of; null lets all through.</summary>
/// <param name="Building">Its key: case, Unicode forms and invisible characters tell no buildings apart.</param>
internal sealed record StatusFilter(string? Building, OccupancyStatus? Status, int? MinimumCapacity)
{
    /// <exception cref="ApiException">400 for a value that can't be.</exception>
    public static StatusFilter Read(QueryFields query)
    {
        var filter = new StatusFilter(
            query.Text("building") is { } building ? NameText.Key(building) : null, query.Word<OccupancyStatus>("status"), query.Number("min_capacity"));
        query.ThrowIfRefused();
        return filter;
    }

    public bool Matches(Room room) =>
        (Building is null || NameText.AreSame(room.Building, Building))
        && room.Seats(MinimumCapacity ?? 0);

    public bool Matches(RoomStatus status) => Status is null || status.Occupancy == Status;
}
