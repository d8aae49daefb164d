using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>The slot in the booking form of a room's page. It stands here alone: address, week, day and what others are told follow it.</summary>
/// <param name="Slot">Null while what is typed is none.</param>
/// <param name="IsChosen">The reader has chosen it, or used the form; else it is only the form's suggestion, of which nobody else is told.</param>
internal sealed record SlotDraft(TimeSlot? Slot, bool IsChosen);
