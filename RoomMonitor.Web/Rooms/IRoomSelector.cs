using System.Collections.Immutable;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// Asks for rooms, in an order and perhaps in groups. Selectors that are equal ask the same: what was selected for one circuit serves
/// all. None holds a snapshot.
/// </summary>
public interface IRoomSelector
{
    /// <summary>The rooms that fit, those of a group beside one another and the groups in order.</summary>
    ImmutableArray<MonitorItem> Select(OccupancySnapshot snapshot);
}
