using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>Somebody thinks of a series and wants to know what is in its way.</summary>
public sealed record SeriesPreviewRequested(SeriesDraft Draft);
