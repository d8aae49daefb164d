using System.Collections.Immutable;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Booking;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>Why nothing was changed.</summary>
/// <param name="Text">In the reader's language, where the rule that refused speaks it.</param>
public sealed record ReservationRefusal(string Text)
{
    /// <summary>What is in the way, by start; times alone.</summary>
    public ImmutableArray<TimeSlot> Conflicts { get; init; } = [];

    /// <summary>Something else holds the room then, or it is closed: another time or room would do.</summary>
    public bool IsTaken { get; init; }

    /// <summary>What is free instead.</summary>
    public ImmutableArray<BookingAlternative> Alternatives { get; init; } = [];
}
