using System.Globalization;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.Support;

/// <summary>Rooms of a campus in Lisbon on Tuesday 24 November 2026, 14:12 (winter: local time is UTC).</summary>
internal static class Campus
{
    public static CampusCalendar Calendar { get; } = CampusCalendar.Of("Europe/Lisbon");

    public static DateOnly Today { get; } = new(2026, 11, 24);

    public static DateTime Now { get; } = At("14:12");

    /// <summary>A campus time of today, or of the day given before it: "15:30", "2026-11-25 08:00".</summary>
    public static DateTime At(string local)
    {
        var text = local.Contains(' ', StringComparison.Ordinal) ? local : $"{Today:yyyy-MM-dd} {local}";
        Calendar.TryToUtc(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), out var utc).Should().BeTrue();
        return utc;
    }

    public static Hold Reservation(string start, string end, int attendees = 9, bool isPending = false, int id = 1) =>
        new(new TimeSlot(At(start), At(end)), id, attendees, isPending);

    public static Hold Blackout(string start, string end) => new(new TimeSlot(At(start), At(end)), null, 0);

    public static RoomOccupancy Room(params Hold[] holds) => Room(1, "Room 1.04", "Main Building", 12, holds);

    public static RoomOccupancy Room(int id, string name, string building, int capacity, params Hold[] holds)
    {
        var room = new Room { Id = id, Code = name, Name = name, Building = building, Floor = 1, Capacity = capacity };
        var schedule = RoomSchedule.Of(room, Calendar, holds);
        return new RoomOccupancy(schedule, schedule.StatusAt(Now));
    }
}
