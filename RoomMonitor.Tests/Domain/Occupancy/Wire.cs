using RoomMonitor.Domain.Occupancy;

namespace RoomMonitor.Tests.Domain.Occupancy;

/// <summary>The Domain's status in the oracle's terms.</summary>
public static class Wire
{
    public static OracleStatus Of(RoomStatus status) => new(
        status.Occupancy switch
        {
            OccupancyStatus.Free => "free",
            OccupancyStatus.EndingSoon => "ending_soon",
            OccupancyStatus.Occupied => "occupied",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status.Occupancy, null),
        },
        status.TimeUntilFree,
        status.ReservationsToday,
        status.NextAvailable,
        status.NextAvailableAt,
        status.FreeUntil,
        status.CurrentAttendees,
        status.CurrentReservationId);
}
