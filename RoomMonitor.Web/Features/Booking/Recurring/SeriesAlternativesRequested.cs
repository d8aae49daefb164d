using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>Somebody wants to move an occurrence that something is in the way of, and to know what is free instead.</summary>
/// <param name="Others">When the other occurrences will hold the room.</param>
public sealed record SeriesAlternativesRequested(SeriesDraft Draft, SeriesOccurrence Occurrence, IReadOnlyList<TimeSlot> Others);
