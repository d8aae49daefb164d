using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Timetables;

/// <summary>What holds one room, by start, while an import is planned.</summary>
internal sealed class RoomTimeline
{
    private readonly List<OverlappedHold> _holds = [];
    private TimeSpan _longest;

    public void Add(OverlappedHold hold)
    {
        _holds.Insert(FirstFrom(hold.Slot.Start), hold);
        _longest = hold.Slot.Length > _longest ? hold.Slot.Length : _longest;
    }

    /// <param name="ownId">A reservation doesn't stand in its own way.</param>
    public IReadOnlyList<OverlappedHold> Overlapping(TimeSlot slot, int? ownId)
    {
        var found = new List<OverlappedHold>();
        for (var i = FirstFrom(slot.Start - _longest); i < _holds.Count && _holds[i].Slot.Start < slot.End; i++)
        {
            var isOwn = ownId is not null && _holds[i].ReservationId == ownId;
            if (!isOwn && _holds[i].Slot.Overlaps(slot))
            {
                found.Add(_holds[i]);
            }
        }

        return found;
    }

    private int FirstFrom(DateTime start)
    {
        var (low, high) = (0, _holds.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _holds[middle].Slot.Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
