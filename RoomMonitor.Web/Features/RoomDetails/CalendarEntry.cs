using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>Something that holds a room, as one reader may see it.</summary>
/// <param name="ReservationId">Null for a closure.</param>
/// <param name="IsMine">The reader's own.</param>
/// <param name="Purpose">Null where it isn't the reader's business.</param>
/// <param name="Person">The owner's name; null where it isn't the reader's business, or nobody owns it.</param>
public sealed record CalendarEntry(
    TimeSlot Slot, int? ReservationId, bool IsPending = false, bool IsMine = false, string? Purpose = null, string? Person = null)
{
    public bool IsClosure => ReservationId is null;

    /// <summary>In the form for everybody.</summary>
    public static CalendarEntry Of(Hold hold) => new(hold.Slot, hold.ReservationId, hold.IsPending);
}
