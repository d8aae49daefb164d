using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails.Presence;

/// <summary>The form of the open room stands on a slot, or was used on it again.</summary>
/// <param name="Slot">Null where it stands on none any more.</param>
public sealed record SlotPicked(TimeSlot? Slot);
