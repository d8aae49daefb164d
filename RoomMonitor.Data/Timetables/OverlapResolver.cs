namespace RoomMonitor.Data.Timetables;

/// <summary>
/// Decides which occurrences get the time they want: those that are already there first, then line by line. One that doesn't get it
/// keeps the place it has from an earlier import, if it has one. docs/adr/0004 says why.
/// </summary>
internal sealed class OverlapResolver
{
    /// <summary>What nothing here moves: others' reservations, blackouts, and occurrences that are in place already.</summary>
    private readonly List<(int RoomId, OverlappedHold Hold)> _settled;

    private Dictionary<int, RoomTimeline> _timelines = [];

    public OverlapResolver(IEnumerable<(int RoomId, OverlappedHold Hold)> settled) => _settled = [.. settled];

    /// <param name="wanting">New ones and ones to move, by line and date.</param>
    /// <returns>Those that get their time, and what stands in the way of each of the others.</returns>
    public (IReadOnlyList<PlannedOccurrence> Placed, IReadOnlyList<TimetableOverlap> Overlaps) Resolve(IEnumerable<PlannedOccurrence> wanting)
    {
        var placed = new List<PlannedOccurrence>();
        var pending = wanting.ToList();
        while (true)
        {
            // Again and again until nothing moves: so the same files find nothing to do the next time.
            var round = Place(pending);
            if (round.Count == 0)
            {
                return (placed, [.. pending.Select(Overlap)]);
            }

            placed.AddRange(round);
            _settled.AddRange(round.Select(one => (one.RoomId, one.HoldWanted)));
            pending.RemoveAll(round.Contains);
        }
    }

    private HashSet<PlannedOccurrence> Place(List<PlannedOccurrence> pending)
    {
        // First as if everything that moves had left its old place, so that two lines can change places. Whatever can't move stays
        // where it is, and the others are tried anew around it.
        var staying = new HashSet<PlannedOccurrence>(ReferenceEqualityComparer.Instance);
        while (true)
        {
            _timelines = [];
            _settled.ForEach(settled => Timeline(settled.RoomId).Add(settled.Hold));
            foreach (var one in staying)
            {
                Timeline(one.Stored!.RoomId).Add(one.HoldStored);
            }

            var placed = new HashSet<PlannedOccurrence>(ReferenceEqualityComparer.Instance);
            var stuck = new List<PlannedOccurrence>();
            foreach (var one in pending.Where(one => !staying.Contains(one)))
            {
                if (Holds(one).Count == 0)
                {
                    Timeline(one.RoomId).Add(one.HoldWanted);
                    placed.Add(one);
                }
                else if (one.Stored is not null)
                {
                    stuck.Add(one);
                }
            }

            if (stuck.Count == 0)
            {
                // Two that stood in each other's way only: one of them can go.
                if (placed.Count == 0 && staying.FirstOrDefault(one => Holds(one).Count == 0) is { } free)
                {
                    placed.Add(free);
                }

                return placed;
            }

            staying.UnionWith(stuck);
        }
    }

    private TimetableOverlap Overlap(PlannedOccurrence one) =>
        new(one.Line, one.Occurrence.Meeting.RoomCode, one.Occurrence.Date, one.Occurrence.Slot, Holds(one));

    private IReadOnlyList<OverlappedHold> Holds(PlannedOccurrence one) =>
        Timeline(one.RoomId).Overlapping(one.Occurrence.Slot, one.Stored?.Id);

    private RoomTimeline Timeline(int roomId)
    {
        if (!_timelines.TryGetValue(roomId, out var timeline))
        {
            _timelines.Add(roomId, timeline = new RoomTimeline());
        }

        return timeline;
    }
}
