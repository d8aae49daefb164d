using System.Collections.Immutable;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>A campus day of a week.</summary>
/// <param name="Slot">23, 24 or 25 hours.</param>
/// <param name="Entries">What holds the room, by start; null where nobody knows yet.</param>
public sealed record WeekDay(DateOnly Date, TimeSlot Slot, ImmutableArray<CalendarEntry>? Entries);
