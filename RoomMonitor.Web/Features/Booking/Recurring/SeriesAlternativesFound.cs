using System.Collections.Immutable;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>Where an occurrence could go, as a single booking is told it.</summary>
public sealed record SeriesAlternativesFound(SeriesDraft Draft, DateOnly Day, ImmutableArray<BookingAlternative> Alternatives);
