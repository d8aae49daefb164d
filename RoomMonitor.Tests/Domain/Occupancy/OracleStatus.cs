namespace RoomMonitor.Tests.Domain.Occupancy;

/// <summary>The computed fields of the wire contract's room status, as <see cref="StatusOracle"/> finds them.</summary>
public readonly record struct OracleStatus(
    string OccupancyStatus,
    int? TimeUntilFree,
    int ReservationsToday,
    string? NextAvailable,
    DateTime? NextAvailableAt,
    DateTime? FreeUntil,
    int CurrentAttendees,
    int? CurrentReservationId)
{
    public bool IsOccupied => OccupancyStatus != "free";
}
