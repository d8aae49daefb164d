using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>A line of a day in words: an entry, or free time.</summary>
/// <param name="Slot">Within the day.</param>
/// <param name="Entry">Null where the room is free.</param>
public sealed record AgendaLine(TimeSlot Slot, CalendarEntry? Entry, EntryTime Time);
