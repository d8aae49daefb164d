namespace RoomMonitor.Web.Features.Booking;

/// <summary>Why it isn't known that a room was booked.</summary>
public enum BookingFailure
{
    /// <summary>The session is over: nothing was booked.</summary>
    SignedOut,

    /// <summary>The database was locked: nothing was booked.</summary>
    Busy,

    /// <summary>The limit of bookings within an hour is met: nothing was booked.</summary>
    TooMany,

    /// <summary>Something went wrong: it may have been booked or not. Asking again with the same key is safe.</summary>
    Unclear,
}
