namespace RoomMonitor.Domain.Reservations;

/// <summary>Another time, or another room, for one occurrence of a series. Times are UTC.</summary>
/// <param name="Day">The campus day on which the rule puts it.</param>
/// <param name="RoomId">Null: the room of the series.</param>
public sealed record OccurrenceMove(DateOnly Day, DateTime Start, DateTime End, int? RoomId = null);
