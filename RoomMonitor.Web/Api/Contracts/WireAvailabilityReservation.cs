using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>A reservation as the availability of a room has it.</summary>
public sealed record WireAvailabilityReservation
{
    public required int Id { get; init; }

    /// <summary>Campus time of its start, <c>HH:mm</c>, also where it began the day before.</summary>
    public required string StartTime { get; init; }

    /// <summary>Campus time of its end, <c>HH:mm</c>.</summary>
    public required string EndTime { get; init; }

    /// <summary>RFC 3339, UTC.</summary>
    public required DateTime Start { get; init; }

    /// <summary>RFC 3339, UTC.</summary>
    public required DateTime End { get; init; }

    public required ReservationStatus Status { get; init; }

    public required int Attendees { get; init; }
}
