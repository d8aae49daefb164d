using System.Collections.Immutable;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>What was asked for is impossible. Nothing was booked.</summary>
/// <param name="Errors">By field, in the wire's spelling.</param>
public sealed record BookingRefused(BookingRequest Request, ImmutableDictionary<string, string> Errors);
