using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Series;

/// <summary>Puts the occurrences of a series on the campus clock.</summary>
internal sealed class SeriesPlan(SeriesTimes times, int roomId, CampusCalendar calendar, IReadOnlyCollection<DateOnly> skip, IReadOnlyCollection<OccurrenceMove> moves)
{
    private readonly HashSet<DateOnly> _skip = [.. skip];
    private readonly Dictionary<DateOnly, OccurrenceMove> _moves = moves.DistinctBy(move => move.Day).ToDictionary(move => move.Day);

    public SeriesOccurrence On(DateOnly day)
    {
        var move = _moves.GetValueOrDefault(day);
        var slot = move is null ? times.On(day, calendar) : new TimeSlot(move.Start, move.End);
        return new SeriesOccurrence
        {
            Day = day,
            RoomId = move?.RoomId ?? roomId,
            Slot = slot,
            OriginalStart = times.OriginalStartOn(day, calendar),
            IsTimeRepeated = move is null && times.IsRepeatedOn(day, calendar),
            IsMoved = move is not null,
            IsSkipped = _skip.Contains(day),
            Problem = slot is null ? OccurrenceProblem.SkippedByClock : OccurrenceProblem.None,
        };
    }
}
