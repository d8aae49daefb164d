using System.Collections.Immutable;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>What was asked for is impossible. Nothing was booked.</summary>
/// <param name="Errors">By field, in the reader's language.</param>
public sealed record BookingRefused(BookingRequest Request, ImmutableDictionary<ReservationField, string> Errors);
