using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Timetables;

/// <summary>
/// What holds a room where a line of the file wanted it: another line (<see cref="Line"/>), a reservation that was in the database
/// before (<see cref="ReservationId"/>), or neither: the room is closed.
/// </summary>
public sealed record OverlappedHold(TimeSlot Slot, int? Line, int? ReservationId);
