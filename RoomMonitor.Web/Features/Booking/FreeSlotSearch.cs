using System.Collections.Immutable;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>What a search around a time found.</summary>
/// <param name="Taken">What holds the room itself on these days, by start.</param>
/// <param name="Alternatives">Other rooms at the same time, nearest first, then the same room at other times.</param>
public sealed record FreeSlotSearch(ImmutableArray<TimeSlot> Taken, ImmutableArray<BookingAlternative> Alternatives)
{
    public static FreeSlotSearch Nothing { get; } = new([], []);
}
