namespace RoomMonitor.Web.Api.Contracts;

/// <summary>One campus day of a room.</summary>
public sealed record WireAvailabilityDay
{
    public required DateOnly Date { get; init; }

    /// <summary>Some of the day is left: reservations and closures don't cover it from midnight to midnight.</summary>
    public required bool IsAvailable { get; init; }

    /// <summary>Those that overlap the day, cancelled ones left out, by start. One that crosses midnight stands on both days.</summary>
    public required IReadOnlyList<WireAvailabilityReservation> Reservations { get; init; }

    /// <summary>Periods that overlap the day in which the room is closed.</summary>
    public required IReadOnlyList<WireClosure> Closures { get; init; }
}
