using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.State.Browse;

/// <summary>The database did not answer.</summary>
public sealed record TakenRoomsFailed(TimeSlot Slot);
