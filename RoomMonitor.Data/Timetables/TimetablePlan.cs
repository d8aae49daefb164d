using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Timetables;

/// <summary>What an import is going to write, decided in memory.</summary>
internal sealed class TimetablePlan
{
    private readonly List<PlannedOccurrence> _created = [];
    private readonly List<PlannedOccurrence> _updated = [];

    public IReadOnlyList<PlannedOccurrence> Created => _created;

    public IReadOnlyList<PlannedOccurrence> Updated => _updated;

    public IReadOnlyList<TimetableOverlap> Overlaps { get; private set; } = [];

    public int Unchanged { get; private set; }

    public int PastLeftAlone { get; private set; }

    public int CancelledLeftAlone { get; private set; }

    public int NoLongerInFiles { get; private set; }

    /// <param name="occurrences">By line and date.</param>
    /// <param name="roomIds">By code; every room of the files.</param>
    public static TimetablePlan Make(
        IEnumerable<MeetingOccurrence> occurrences,
        IReadOnlyDictionary<string, int> roomIds,
        IReadOnlyList<StoredReservation> stored,
        IEnumerable<Blackout> blackouts,
        DateTime now)
    {
        var imported = new Dictionary<string, StoredReservation>(NameComparer.Instance);
        foreach (var reservation in stored.Where(reservation => reservation.ExternalKey is not null))
        {
            imported[reservation.ExternalKey!] = reservation;
        }

        var planned = occurrences
            .Select(one => new PlannedOccurrence(one, roomIds[one.Meeting.RoomCode], imported.GetValueOrDefault(one.Key)))
            .ToList();
        var inFiles = planned.Where(one => one.Stored is not null).Select(one => one.Stored!.Id).ToHashSet();
        var others = stored.Where(reservation => !inFiles.Contains(reservation.Id) && reservation.Status != ReservationStatus.Cancelled).ToList();
        var rooms = roomIds.Values.ToHashSet();
        var plan = new TimetablePlan
        {
            NoLongerInFiles = others.Count(one => one.ExternalKey is not null && one.End > now && rooms.Contains(one.RoomId)),
        };

        var settled = others.Select(one => (one.RoomId, new OverlappedHold(one.Slot, null, one.Id)))
            .Concat(blackouts.Select(blackout => (blackout.RoomId, new OverlappedHold(blackout.Slot, null, null))))
            .ToList();
        var wanting = new List<PlannedOccurrence>();
        foreach (var one in planned)
        {
            if (one.Stored?.Status == ReservationStatus.Cancelled)
            {
                plan.CancelledLeftAlone++;
            }
            else if (plan.LeavesInPlace(one, now))
            {
                settled.Add((one.Stored!.RoomId, one.HoldStored));
            }
            else
            {
                wanting.Add(one);
            }
        }

        (var placed, plan.Overlaps) = new OverlapResolver(settled).Resolve(wanting);
        plan._created.AddRange(placed.Where(one => one.Stored is null));
        plan._updated.AddRange(placed.Where(one => one.Stored is not null));
        return plan;
    }

    /// <summary>Whether its reservation stays where it is; counts it.</summary>
    private bool LeavesInPlace(PlannedOccurrence one, DateTime now)
    {
        if (one.IsAsStored)
        {
            Unchanged++;
        }
        else if (one.Stored?.End <= now)
        {
            PastLeftAlone++;
        }
        else if (one.IsInPlace)
        {
            _updated.Add(one);
        }
        else
        {
            return false;
        }

        return true;
    }
}
