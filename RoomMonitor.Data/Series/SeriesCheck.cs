using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Series;

/// <summary>Looks for what is in the way of occurrences, however many, in one query; one more reads the reservations that are.</summary>
internal static class SeriesCheck
{
    /// <param name="leaving">Reservations that are about to make room.</param>
    public static async Task<IReadOnlyList<SeriesOccurrence>> CheckAsync(
        RoomMonitorDbContext context, IReadOnlyList<SeriesOccurrence> occurrences, IReadOnlySet<int> leaving, CancellationToken cancellationToken)
    {
        var slots = occurrences.Where(occurrence => occurrence.Slot is not null).ToList();
        if (slots.Count == 0)
        {
            return occurrences;
        }

        var span = new TimeSlot(slots.Min(one => one.Slot!.Value.Start), slots.Max(one => one.Slot!.Value.End));
        var holds = (await Holds(context, [.. slots.Select(one => one.RoomId).Distinct()], span).ToListAsync(cancellationToken))
            .Where(hold => hold.ReservationId is not { } id || !leaving.Contains(id))
            .ToLookup(hold => hold.RoomId);
        var inTheWay = occurrences.ToDictionary(one => one.Day, one => holds[one.RoomId].Where(hold => hold.Overlaps(one.Slot)).ToList());
        var ids = inTheWay.Values.SelectMany(list => list).Select(hold => hold.ReservationId).OfType<int>().ToHashSet();
        var reservations = ids.Count == 0 ? [] : await context.Reservations.AsNoTracking().OfIds(ids).ToDictionaryAsync(r => r.Id, cancellationToken);
        var overlapping = OverlappingEachOther(occurrences);
        return [.. occurrences.Select(one => Judged(one, inTheWay[one.Day], reservations, overlapping))];
    }

    /// <exception cref="SeriesConflictException">Something is in the way of one that isn't skipped.</exception>
    public static async Task<IReadOnlyList<SeriesOccurrence>> RequireFreeAsync(
        RoomMonitorDbContext context, IReadOnlyList<SeriesOccurrence> occurrences, IReadOnlySet<int> leaving, CancellationToken cancellationToken)
    {
        var judged = await CheckAsync(context, occurrences, leaving, cancellationToken);
        var inTheWay = judged.Where(one => one.IsInTheWay).ToList();
        return inTheWay.Count == 0 ? judged : throw new SeriesConflictException(inTheWay);
    }

    /// <summary>Reservations and closures as one list: a union, so that it is one query.</summary>
    internal static IQueryable<RoomHold> Holds(RoomMonitorDbContext context, IReadOnlyList<int> roomIds, TimeSlot span)
    {
        var (start, end, earliest) = (span.Start, span.End, span.Start - Reservation.MaximumLength);
        var held = context.Reservations
            .Where(r => roomIds.Contains(r.RoomId) && r.Start < end && r.Start >= earliest && r.End > start && r.Status != ReservationStatus.Cancelled)
            .Select(r => new RoomHold { RoomId = r.RoomId, ReservationId = r.Id, Start = r.Start, End = r.End });
        var closed = context.Blackouts
            .Where(b => roomIds.Contains(b.RoomId) && b.Start < end && b.End > start)
            .Select(b => new RoomHold { RoomId = b.RoomId, ReservationId = null, Start = b.Start, End = b.End });
        return held.Concat(closed);
    }

    private static SeriesOccurrence Judged(
        SeriesOccurrence occurrence, List<RoomHold> holds, Dictionary<int, Reservation> reservations, HashSet<DateOnly> overlapping)
    {
        var conflicts = holds.Select(hold => hold.ReservationId).OfType<int>().Select(id => reservations[id]).OrderBy(r => r.Start).ToList();
        return occurrence with
        {
            Conflicts = conflicts,
            Problem = occurrence.Problem != OccurrenceProblem.None ? occurrence.Problem
                : conflicts.Count > 0 ? OccurrenceProblem.Taken
                : holds.Count > 0 ? OccurrenceProblem.Closed
                : overlapping.Contains(occurrence.Day) ? OccurrenceProblem.OverlapsSeries
                : OccurrenceProblem.None,
        };
    }

    /// <summary>The later one of each two that overlap.</summary>
    private static HashSet<DateOnly> OverlappingEachOther(IReadOnlyList<SeriesOccurrence> occurrences)
    {
        var overlapping = new HashSet<DateOnly>();
        foreach (var room in occurrences.Where(one => one is { Slot: not null, IsSkipped: false }).GroupBy(one => one.RoomId))
        {
            var end = DateTime.MinValue;
            foreach (var occurrence in room.OrderBy(one => one.Slot!.Value.Start))
            {
                var slot = occurrence.Slot!.Value;
                if (slot.Start < end)
                {
                    overlapping.Add(occurrence.Day);
                }

                end = slot.End > end ? slot.End : end;
            }
        }

        return overlapping;
    }
}
