namespace RoomMonitor.Web.Features.Booking;

/// <summary>No answer to the request.</summary>
public sealed record BookingFailed(BookingRequest Request, BookingFailure Reason);
