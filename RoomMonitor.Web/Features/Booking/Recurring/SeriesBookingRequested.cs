using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>Somebody wants a series.</summary>
/// <param name="Key">Of the intent: the same key never books twice.</param>
public sealed record SeriesBookingRequested(SeriesDraft Draft, Guid Key);
