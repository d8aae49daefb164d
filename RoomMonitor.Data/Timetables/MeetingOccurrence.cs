using System.Globalization;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Timetables;

/// <summary>A meeting on one date.</summary>
internal sealed record MeetingOccurrence(MeetingLine Meeting, DateOnly Date, TimeSlot Slot)
{
    public string Key { get; } = KeyOf(Meeting, Date);

    /// <summary>The same for the same meeting and date in each import.</summary>
    public static string KeyOf(MeetingLine meeting, DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{meeting.Id}/{date:yyyy-MM-dd}");
}
