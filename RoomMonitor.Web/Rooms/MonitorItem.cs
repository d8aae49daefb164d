using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>A room in a list.</summary>
/// <param name="Fits">False: the filter would leave it out now, but it keeps its place until the list is sorted again.</param>
/// <param name="Group">Null where the list isn't grouped.</param>
public sealed record MonitorItem(RoomOccupancy Room, bool Fits = true, RoomGroupKey? Group = null)
{
    public int RoomId => Room.Room.Id;

    /// <summary>The id as Blazor takes a key, boxed once for all circuits.</summary>
    public object Key { get; } = Room.Room.Id;
}
