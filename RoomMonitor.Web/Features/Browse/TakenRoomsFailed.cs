using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Browse;

/// <summary>The database did not answer.</summary>
public sealed record TakenRoomsFailed(TimeSlot Slot);
