using Microsoft.Extensions.Options;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Hosting.Configuration;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Kiosks.Screens;

/// <summary>Reads the board for a screen. No database in sight, so that a screen comes up while there is none.</summary>
internal sealed class ScreenViews(
    OccupancyBroadcaster broadcaster,
    CampusCalendar calendar,
    [FromKeyedServices(CampusTime.Key)] TimeProvider clock,
    IOptions<ScreenOptions> options,
    IOptions<CampusOptions> campus)
{
    /// <summary>Null where there is no such room.</summary>
    public ScreenView? Room(HttpContext context, int id) => Of(context, room => room.Id == id, building: null, floor: null);

    /// <summary>Null where nothing matches.</summary>
    public ScreenView? Building(HttpContext context, string? building, int? floor) => Of(
        context,
        room => (building is null || NameText.AreSame(room.Building, building)) && (floor is null || room.Floor == floor),
        building,
        floor);

    private ScreenView? Of(HttpContext context, Func<Room, bool> matches, string? building, int? floor)
    {
        var snapshot = broadcaster.PublishDue();
        var now = snapshot.ReadableAt(clock.GetUtcNow().UtcDateTime);
        ScreenRoom[] rooms = [.. snapshot.InReadingOrder.Where(room => matches(room.Room)).Select(room => ScreenRoom.Of(room, calendar, now))];
        return rooms.Length == 0
            ? null
            : new ScreenView(
                ScreenLook.Of(context.Request.Query, options.Value.Theme),
                rooms,
                building is null ? null : rooms[0].Room.Building,
                floor,
                BuildingLetters.Of(snapshot),
                campus.Value.Name,
                calendar,
                now,
                options.Value.UnknownAfter,
                KioskDevices.Current(context),
                context.Request.Host.Value ?? "");
    }
}
