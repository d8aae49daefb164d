using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Timetables;

/// <summary>What holds a room where a line of the file wanted it. With neither line nor reservation: the room is closed.</summary>
/// <param name="Line">The line of the meetings file that it stands in; null where it isn't of these files.</param>
/// <param name="ReservationId">Its reservation, where it was in the database before.</param>
public sealed record OverlappedHold(TimeSlot Slot, int? Line, int? ReservationId);
