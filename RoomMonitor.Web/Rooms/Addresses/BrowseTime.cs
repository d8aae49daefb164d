using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Rooms.Addresses;

/// <summary>When a room must be free.</summary>
public abstract record BrowseTime
{
    /// <summary>The time asked for, as of a campus instant.</summary>
    public abstract TimeSlot SlotAt(DateTime now, CampusCalendar calendar);
}
