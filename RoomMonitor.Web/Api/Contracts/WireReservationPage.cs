namespace RoomMonitor.Web.Api.Contracts;

/// <summary>One page of reservations.</summary>
public sealed record WireReservationPage
{
    /// <summary>All that the filters let through, not only those of this page.</summary>
    public required int Count { get; init; }

    /// <summary>Address of the next page, null on the last one.</summary>
    public required string? Next { get; init; }

    /// <summary>Address of the page before, null on the first one.</summary>
    public required string? Previous { get; init; }

    public required IReadOnlyList<WireReservation> Results { get; init; }
}
