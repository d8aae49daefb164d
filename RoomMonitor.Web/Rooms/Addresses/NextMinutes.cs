using System.Collections.Immutable;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Rooms.Addresses;

/// <summary>From now on for some minutes. "Now" is the running minute, from which a room can be booked.</summary>
public sealed record NextMinutes(int Minutes) : BrowseTime
{
    public static ImmutableArray<int> Choices { get; } = [30, 60, 120];

    public override TimeSlot SlotAt(DateTime now, CampusCalendar calendar)
    {
        var start = WholeMinutes.AtOrBefore(now);
        return new TimeSlot(start, start.AddMinutes(Minutes));
    }
}
