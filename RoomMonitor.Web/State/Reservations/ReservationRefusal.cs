using System.Collections.Immutable;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.State.Reservations;

/// <summary>Why nothing was changed.</summary>
/// <param name="Text">In the reader's language, where the rule that refused speaks it.</param>
/// <param name="Conflicts">What is in the way, by start; times alone.</param>
public sealed record ReservationRefusal(string Text, ImmutableArray<TimeSlot> Conflicts)
{
    public ReservationRefusal(string text)
        : this(text, [])
    {
    }
}
