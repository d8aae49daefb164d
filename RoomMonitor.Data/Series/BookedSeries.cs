using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Series;

/// <summary>A series with its occurrences, by start; cancelled ones among them.</summary>
public sealed record BookedSeries(ReservationSeries Series, IReadOnlyList<Reservation> Occurrences);
