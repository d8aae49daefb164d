using RoomMonitor.Web.Api.Problems;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>Nothing was booked, or it isn't known whether it was.</summary>
/// <param name="Reason">Null where something went wrong that nobody foresaw: it may have been booked or not. Asking again with the same key is safe.</param>
public sealed record BookingFailed(BookingRequest Request, RefusalKind? Reason)
{
    /// <summary>The session is over, or the account is gone.</summary>
    public bool IsSignedOut => Reason is RefusalKind.SignedOut or RefusalKind.NotAllowed;
}
