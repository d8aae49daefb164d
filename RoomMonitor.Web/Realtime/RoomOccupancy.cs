using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Web.Realtime;

/// <summary>A room on the board: its schedule, and its status as of its last change (minutes may have passed since).</summary>
public sealed record RoomOccupancy(RoomSchedule Schedule, RoomStatus Status)
{
    public Room Room => Schedule.Room;
}
