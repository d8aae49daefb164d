using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Kiosks.Screens;

/// <summary>A room at the instant at which a screen's page is rendered.</summary>
public sealed record ScreenRoom(RoomSchedule Schedule, RoomStatus Status, WireSchedule Wire)
{
    public Room Room => Schedule.Room;

    public static ScreenRoom Of(RoomOccupancy room, CampusCalendar calendar, DateTime now) =>
        new(room.Schedule, room.Schedule.StatusAt(now), WireSchedule.Of(room.Schedule, calendar, now));
}
