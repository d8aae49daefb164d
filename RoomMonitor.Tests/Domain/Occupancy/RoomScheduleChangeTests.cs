using CsCheck;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Domain.Occupancy;

/// <summary>The persistent operations against a plain list that is sorted anew each time.</summary>
public sealed class RoomScheduleChangeTests
{
    private static readonly CampusCalendar _calendar = CampusCalendar.Of("Europe/Lisbon");
    private static readonly DateTime _noon = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Room _room = new() { Id = 1, Code = "R1", Name = "Room 1" };

    private static readonly Gen<TimeSlot> _slot =
        Gen.Select(Gen.Int[0, 20], Gen.Int[1, 4], (start, length) => new TimeSlot(_noon.AddHours(start), _noon.AddHours(start + length)));

    private static readonly Gen<Hold> _reservation =
        Gen.Select(_slot, Gen.Int[1, 8], Gen.Int[0, 50], Gen.Bool, (slot, id, people, pending) => new Hold(slot, id, people, pending));

    private static readonly Gen<Hold> _blackout = _slot.Select(slot => new Hold(slot, null, 0));

    private static readonly Gen<Change> _change = Gen.OneOf<Change>(
        _reservation.Select(h => new Change($"With({h})", s => s.With(h), l => [.. l.Where(x => x.ReservationId != h.ReservationId), h])),
        _blackout.Select(h => new Change($"With({h})", s => s.With(h), l => [.. l, h])),
        Gen.Int[1, 8].Select(id => new Change($"Without({id})", s => s.Without(id), l => [.. l.Where(x => x.ReservationId != id)])));

    [Fact]
    public void Changes_InAnyOrder_LeaveWhatANaiveListHolds() => _change.Array[0, 20].Sample(
        changes =>
        {
            var schedule = RoomSchedule.Of(_room, _calendar, []);
            List<Hold> list = [];
            List<(RoomSchedule Schedule, List<Hold> Holds)> history = [(schedule, list)];
            foreach (var change in changes)
            {
                schedule = change.Apply(schedule);
                list = change.ApplyToList(list);
                history.Add((schedule, list));
            }

            // Looked at only now: no later change may show in an earlier schedule.
            foreach (var (earlier, holds) in history)
            {
                earlier.Holds.Should().Equal(Sorted(holds));
                earlier.Room.Should().BeSameAs(_room);
                earlier.StatusAt(_noon).Should().Be(RoomSchedule.Of(_room, _calendar, holds).StatusAt(_noon));
            }
        },
        iter: 1_000,
        print: changes => string.Join("\n", changes.Select(c => c.Name)));

    [Fact]
    public void Without_UnknownReservation_IsTheSameInstance()
    {
        var schedule = ScheduleOf(new Hold(new TimeSlot(_noon, _noon.AddHours(1)), 1, 5));

        schedule.Without(2).Should().BeSameAs(schedule);
        schedule.Without(1).Holds.Should().BeEmpty();
    }

    private static RoomSchedule ScheduleOf(params Hold[] holds) => RoomSchedule.Of(_room, _calendar, holds);

    private static IEnumerable<Hold> Sorted(IEnumerable<Hold> holds) =>
        holds.OrderBy(h => h.Slot.Start).ThenBy(h => h.Slot.End).ThenBy(h => h.ReservationId ?? int.MinValue);

    private sealed record Change(string Name, Func<RoomSchedule, RoomSchedule> Apply, Func<List<Hold>, List<Hold>> ApplyToList);
}
