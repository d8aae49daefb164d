using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.State.Monitor;

/// <summary>A room in the monitor's list.</summary>
/// <param name="Fits">False: the filter would leave it out now, but it keeps its place until the list is sorted again.</param>
public sealed record MonitorItem(RoomOccupancy Room, bool Fits = true)
{
    public int RoomId => Room.Room.Id;
}
