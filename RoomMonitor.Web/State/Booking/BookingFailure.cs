namespace RoomMonitor.Web.State.Booking;

/// <summary>Why it isn't known that a room was booked.</summary>
public enum BookingFailure
{
    /// <summary>The session is over: nothing was booked.</summary>
    SignedOut,

    /// <summary>The database was locked: nothing was booked.</summary>
    Busy,

    /// <summary>Something went wrong: it may have been booked or not. Asking again with the same key is safe.</summary>
    Unclear,
}
