using System.Globalization;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Timetables;

/// <summary>A meeting on one date.</summary>
internal sealed record MeetingOccurrence(MeetingLine Meeting, DateOnly Date, TimeSlot Slot)
{
    /// <summary>The same for the same meeting and date in each import.</summary>
    public string Key { get; } = string.Create(CultureInfo.InvariantCulture, $"{Meeting.Id}/{Date:yyyy-MM-dd}");
}
