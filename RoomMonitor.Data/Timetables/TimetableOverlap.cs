using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Timetables;

/// <summary>A date of a meeting that was left out because the room is held then.</summary>
/// <param name="Line">The line of the meetings file that was left out.</param>
/// <param name="Date">Campus date.</param>
/// <param name="Holds">Everything that it overlaps, by start.</param>
public sealed record TimetableOverlap(int Line, string RoomCode, DateOnly Date, TimeSlot Slot, IReadOnlyList<OverlappedHold> Holds);
