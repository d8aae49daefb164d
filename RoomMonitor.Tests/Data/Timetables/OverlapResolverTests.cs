using CsCheck;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data.Timetables;

/// <summary>Any timetable over any earlier one, in a day of two rooms and a dozen hours.</summary>
public sealed class OverlapResolverTests
{
    private static readonly DateTime _day = new(2026, 11, 30, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<(int Room, TimeSlot Slot)> _place = Gen.Select(Gen.Int[1, 2], Gen.Int[0, 10], Gen.Int[1, 3])
        .Select((room, start, hours) => (room, new TimeSlot(_day.AddHours(start), _day.AddHours(start + hours))));

    [Fact]
    public void Resolve_AnyPlaces_NeverOverlapsAndLeavesNothingToDo() =>
        Gen.Select(_place.Array[0, 4], Gen.Select(_place, _place, Gen.Bool).Array[1, 12]).Sample((others, lines) =>
        {
            var settled = new List<(int Room, OverlappedHold Hold)>();
            foreach (var (room, slot) in others.Where(other => IsFree(settled, other)))
            {
                settled.Add((room, new OverlappedHold(slot, null, null)));
            }

            // Some lines are there from before, where there was room.
            var before = settled.ToList();
            var wanting = new List<PlannedOccurrence>();
            for (var line = 0; line < lines.Length; line++)
            {
                var (wanted, old, isStored) = lines[line];
                var stored = isStored && wanted != old && IsFree(before, old) ? Stored(line + 1, old) : null;
                if (stored is not null)
                {
                    before.Add((old.Room, new OverlappedHold(old.Slot, line, line + 1)));
                }

                wanting.Add(Planned(line, wanted, stored));
            }

            var (placed, overlaps) = new OverlapResolver(settled).Resolve(wanting);

            var after = settled.ToList();
            foreach (var one in wanting)
            {
                if (placed.Contains(one))
                {
                    after.Add((one.RoomId, one.HoldWanted));
                }
                else if (one.Stored is not null)
                {
                    after.Add((one.Stored.RoomId, one.HoldStored));
                }
            }

            NoneOverlap(after).Should().BeTrue();
            overlaps.Select(overlap => overlap.Line).Should().Equal(wanting.Except(placed).Select(one => one.Line));
            overlaps.Where(overlap => overlap.Holds.Count == 0).Should().BeEmpty();

            var settledNow = settled.Concat(placed.Select(one => (one.RoomId, one.HoldWanted)));
            new OverlapResolver(settledNow).Resolve(wanting.Except(placed)).Placed.Should().BeEmpty("the same files again change nothing");
        });

    private static bool IsFree(IEnumerable<(int Room, OverlappedHold Hold)> holds, (int Room, TimeSlot Slot) place) =>
        holds.All(hold => hold.Room != place.Room || !hold.Hold.Slot.Overlaps(place.Slot));

    private static bool NoneOverlap(IReadOnlyList<(int Room, OverlappedHold Hold)> holds) =>
        holds.Select((hold, index) => IsFree(holds.Take(index), (hold.Room, hold.Hold.Slot))).All(free => free);

    private static StoredReservation Stored(int id, (int Room, TimeSlot Slot) place) => new()
    {
        Id = id,
        ExternalKey = $"m{id}",
        RoomId = place.Room,
        Start = place.Slot.Start,
        End = place.Slot.End,
        Status = ReservationStatus.Confirmed,
        Purpose = "Optics",
        Attendees = 12,
    };

    private static PlannedOccurrence Planned(int line, (int Room, TimeSlot Slot) place, StoredReservation? stored)
    {
        var meeting = TimetableSource.Read(Timetable.Meetings(Timetable.Weekly($"m{line}"))).Meetings[0] with { Line = line };
        return new PlannedOccurrence(new MeetingOccurrence(meeting, new DateOnly(2026, 11, 30), place.Slot), place.Room, stored);
    }
}
