using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>A room that somebody wants for a time.</summary>
/// <param name="Key">Of the intent, not of the click: the same key never books twice.</param>
public sealed record BookingRequest(Guid Key, int RoomId, TimeSlot Slot, string Purpose, int People)
{
    /// <summary>The key of what was asked for at first, where this is taken instead of it.</summary>
    public Guid? InsteadOf { get; init; }

    /// <summary>The key that the form knows, whichever alternative was chosen in the end.</summary>
    public Guid Intent => InsteadOf ?? Key;
}
