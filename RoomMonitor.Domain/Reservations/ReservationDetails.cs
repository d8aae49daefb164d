namespace RoomMonitor.Domain.Reservations;

/// <summary>What a person says about a reservation, besides where and when.</summary>
public sealed record ReservationDetails(string Purpose, int Attendees, string? ContactEmail = null, string? ContactPhone = null)
{
    public const int MaximumPurposeLength = 500;

    public const int MaximumContactLength = 200;
}
