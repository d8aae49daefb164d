namespace RoomMonitor.Web.Components.Booking;

/// <summary>The fields of the booking form.</summary>
public enum BookingField
{
    Day,
    From,
    To,
    Purpose,
    People,
}
