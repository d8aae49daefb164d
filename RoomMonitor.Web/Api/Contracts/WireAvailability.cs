namespace RoomMonitor.Web.Api.Contracts;

/// <summary>What holds a room on each of some campus days.</summary>
public sealed record WireAvailability
{
    public required int RoomId { get; init; }

    public required string RoomName { get; init; }

    public required DateOnly StartDate { get; init; }

    /// <summary>The last day, included.</summary>
    public required DateOnly EndDate { get; init; }

    /// <summary>Each day from the first to the last, by date.</summary>
    public required IReadOnlyDictionary<DateOnly, WireAvailabilityDay> Availability { get; init; }
}
