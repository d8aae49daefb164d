using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Series;

/// <summary>What became of a change of a series.</summary>
/// <param name="Series">The series that the changed occurrences belong to now.</param>
/// <param name="Changed">The occurrences that were changed or cancelled, by start.</param>
/// <param name="Kept">Those among the chosen ones that kept something of their own, because they had been changed by themselves, or were to be left.</param>
public sealed record SeriesChange(ReservationSeries Series, IReadOnlyList<Reservation> Changed, IReadOnlyList<Reservation> Kept);
