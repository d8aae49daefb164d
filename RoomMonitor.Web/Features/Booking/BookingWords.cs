using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>What the parts of booking say, in the reader's language.</summary>
public static class BookingWords
{
    /// <summary>"Room 2.14, Thu 26 Nov, 14:00–15:00": enough to know which one.</summary>
    public static string Where(string roomName, TimeSlot slot, CampusCalendar calendar) =>
        BookingTexts.FormatWhere(BidiText.Isolated(roomName), CampusFormats.DatedRange(slot, calendar));

    /// <summary>"Today 14:15–15:15", "Tomorrow 14:15–15:15", "Thu 26 Nov 14:15–15:15".</summary>
    public static string When(TimeSlot slot, CampusCalendar calendar, DateTime now)
    {
        var range = CampusFormats.Range(slot, calendar);
        return CampusFormats.IsOneDay(slot, calendar) ? $"{Day(calendar.DateOf(slot.Start), calendar.DateOf(now))} {range}" : range;
    }

    /// <summary>The end of what begins at an instant: "15:30", "24:00", "Wed 09:00".</summary>
    public static string End(DateTime end, DateTime start, CampusCalendar calendar) =>
        CampusFormats.IsOneDay(new TimeSlot(start, end), calendar) ? CampusFormats.EndTime(end, calendar) : RoomWords.When(end, calendar, start);

    public static string Day(DateOnly date, DateOnly today) => (date.DayNumber - today.DayNumber) switch
    {
        0 => CommonTexts.Today,
        1 => CommonTexts.Tomorrow,
        _ => CampusFormats.ShortDay(date),
    };

    /// <summary>"10 seats", "seats unknown".</summary>
    public static string Seats(Room room) => room switch
    {
        { HasKnownCapacity: false } => BookingTexts.SeatsUnknown,
        { Capacity: 1 } => BookingTexts.FormatSeatsOne(1),
        _ => BookingTexts.FormatSeatsMany(room.Capacity),
    };

    /// <summary>What to expect of another room: "One floor down, 12 seats, Screen, Whiteboard".</summary>
    public static string Describe(Room room, Room asked)
    {
        var parts = new[] { Place(room, asked), Seats(room) }.Concat(room.Amenities.Select(AmenityWords.Of));
        return string.Join(", ", room.RequiresApproval ? parts.Append(BookingTexts.NeedsApproval) : parts);
    }

    private static string Place(Room room, Room asked) => (SimilarRooms.DistanceOf(asked, room), room.Floor - asked.Floor) switch
    {
        (RoomDistance.SameFloor, _) => BookingTexts.SameFloor,
        (RoomDistance.SameBuilding, 1) => BookingTexts.OneFloorUp,
        (RoomDistance.SameBuilding, -1) => BookingTexts.OneFloorDown,
        (RoomDistance.SameBuilding, > 0 and var floors) => BookingTexts.FormatFloorsUp(floors),
        (RoomDistance.SameBuilding, var floors) => BookingTexts.FormatFloorsDown(-floors),
        _ => BookingTexts.FormatBuildingFloor(BidiText.Isolated(room.Building), room.Floor),
    };
}
