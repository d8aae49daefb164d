using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Browse;

/// <summary>Somebody wants to know which rooms are free at a time beyond the board; null: no longer.</summary>
public sealed record TakenRoomsRequested(TimeSlot? Slot);
