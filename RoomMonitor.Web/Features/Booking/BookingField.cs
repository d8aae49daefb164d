namespace RoomMonitor.Web.Features.Booking;

/// <summary>The fields of the booking form, in their order.</summary>
public enum BookingField
{
    Day,
    EndDay,
    From,
    To,
    Purpose,
    People,
}
