using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Series;

/// <summary>What a change of a series makes of one of its occurrences.</summary>
/// <param name="IsKept">Something of its own stays: it was changed by itself before, or is to be left where it is.</param>
internal sealed record SeriesStep(Reservation Occurrence, SeriesOccurrence Target, ReservationDetails Details, bool IsKept)
{
    public bool IsMoving => Target.Slot != Occurrence.Slot || Target.RoomId != Occurrence.RoomId;
}
