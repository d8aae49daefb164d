using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Domain.Occupancy;

/// <summary>
/// The wire contract's room status object at one instant. Times are UTC; the edges turn them into campus time.
/// </summary>
public sealed record RoomStatus
{
    public required Room Room { get; init; }

    public required OccupancyStatus Occupancy { get; init; }

    /// <summary>Whole minutes, rounded up, until the room becomes free; null when it is free.</summary>
    public required int? TimeUntilFree { get; init; }

    /// <summary>Reservations, cancelled ones and blackouts left out, that overlap the campus day.</summary>
    public required int ReservationsToday { get; init; }

    /// <summary>The instant at which a held room becomes free; null when it is free.</summary>
    public required DateTime? NextAvailableAt { get; init; }

    /// <summary><see cref="NextAvailableAt"/> on the campus clock, <c>HH:mm</c>.</summary>
    public required string? NextAvailable { get; init; }

    /// <summary>Start of the next hold of a free room within <see cref="OccupancyRules.FreeUntilWindow"/>; else null.</summary>
    public required DateTime? FreeUntil { get; init; }

    /// <summary>Attendees of the reservation that holds the room; 0 when it is free or closed.</summary>
    public required int CurrentAttendees { get; init; }

    public required int? CurrentReservationId { get; init; }

    public bool IsOccupied => Occupancy != OccupancyStatus.Free;

    /// <summary>Whether the two differ in nothing but the minutes that pass by themselves.</summary>
    public bool EqualsButForMinutes(RoomStatus other) =>
        ReferenceEquals(this, other) || this with { TimeUntilFree = null } == other with { TimeUntilFree = null };
}
