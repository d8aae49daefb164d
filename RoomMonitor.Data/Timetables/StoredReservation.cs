using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Timetables;

/// <summary>What the import needs to know of a reservation in the database.</summary>
internal sealed record StoredReservation
{
    public required int Id { get; init; }

    public required string? ExternalKey { get; init; }

    public required int RoomId { get; init; }

    public required DateTime Start { get; init; }

    public required DateTime End { get; init; }

    public required ReservationStatus Status { get; init; }

    public required string Purpose { get; init; }

    public required int Attendees { get; init; }

    public TimeSlot Slot => new(Start, End);
}
