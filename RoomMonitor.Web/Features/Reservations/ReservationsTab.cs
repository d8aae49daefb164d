namespace RoomMonitor.Web.Features.Reservations;

/// <summary>The three lists of "My reservations".</summary>
public enum ReservationsTab
{
    /// <summary>Confirmed, running or ahead.</summary>
    Upcoming,

    /// <summary>Waiting for an administrator.</summary>
    Pending,

    /// <summary>Over, or cancelled.</summary>
    Past,
}
