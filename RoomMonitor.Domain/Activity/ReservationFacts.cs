using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Domain.Activity;

/// <summary>What may be told to everybody about a reservation: no purpose, no person. Times are UTC.</summary>
public sealed record ReservationFacts
{
    public required int Id { get; init; }

    public required int RoomId { get; init; }

    public required DateTime Start { get; init; }

    public required DateTime End { get; init; }

    public required int Attendees { get; init; }

    public required ReservationStatus Status { get; init; }

    public required int Version { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public TimeSlot Slot => new(Start, End);

    public static ReservationFacts Of(Reservation reservation) => new()
    {
        Id = reservation.Id,
        RoomId = reservation.RoomId,
        Start = reservation.Start,
        End = reservation.End,
        Attendees = reservation.Attendees,
        Status = reservation.Status,
        Version = reservation.Version,
        CreatedAt = reservation.CreatedAt,
        UpdatedAt = reservation.UpdatedAt,
    };
}
