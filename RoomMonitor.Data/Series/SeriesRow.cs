using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Series;

/// <summary>A series with what its readers want to see beside it.</summary>
/// <param name="UserName">The owner's name.</param>
/// <param name="Rule">What its RRULE says, with the dates that are left out.</param>
/// <param name="Occurrences">By start; cancelled ones among them.</param>
public sealed record SeriesRow(ReservationSeries Series, RecurrenceRule Rule, Room Room, string? UserName, IReadOnlyList<ReservationRow> Occurrences);
