using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>When something is within a day that everybody knows: "14:15–15:15"; of what goes on over midnight, as much as is on that day.</summary>
internal static class DayTimes
{
    public static string Of(TimeSlot slot, TimeSlot day, CampusCalendar calendar) => (slot.Start < day.Start, slot.End > day.End) switch
    {
        (true, true) => RoomPageTexts.AllDay,
        (true, false) => RoomPageTexts.FormatUntilTime(CampusFormats.EndTime(slot.End, calendar)),
        (false, true) => RoomPageTexts.FormatFromTime(CampusFormats.Time(slot.Start, calendar)),
        _ => CampusFormats.Range(slot, calendar),
    };
}
