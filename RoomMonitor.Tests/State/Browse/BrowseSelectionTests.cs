using CsCheck;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Domain.Occupancy;
using RoomMonitor.Web.Features.Browse;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Tests.State.Browse;

public sealed class BrowseSelectionTests
{
    private readonly TestBoard _board = new TestBoard()
        .With(
            Room(1, "Fern Room", "Garden Pavilion", 12, "Screen", "Whiteboard"),
            Room(2, "Aula", "Main Building", 320, "Projector", "Step-free"),
            Room(3, "Room 1.04", "Main Building", 8, "Screen"),
            Room(4, "Print Studio", "Weaver Hall", 0))
        .Reserve(1, -30, 10)
        .Reserve(2, -30, 90)
        .Reserve(3, 45, 180);

    [Theory]
    [InlineData("", 1, 2, 3, 4)]
    [InlineData("?seats=12", 1, 2, 4)] // nobody knows the seats of 4: found for any number
    [InlineData("?seats=1", 1, 2, 3, 4)]
    [InlineData("?seats=5000", 4)]
    [InlineData("?building=main%20building", 2, 3)]
    [InlineData("?building=Main%C2%A0Buil%C2%ADding%E2%80%8B", 2, 3)] // a no-break blank, a soft hyphen, a zero-width blank
    [InlineData("?q=room", 1, 3)]
    [InlineData("?q=Ro%C2%ADom%EF%BB%BF", 1, 3)]
    [InlineData("?with=screen", 1, 3)]
    [InlineData("?with=screen&with=Whiteboard", 1)]
    [InlineData("?with=Fume%20hood")]
    [InlineData("?status=available", 3, 4)]
    [InlineData("?status=ending_soon", 1)]
    [InlineData("?status=occupied", 2)]
    [InlineData("?free=30", 3, 4)]
    [InlineData("?free=60", 4)]
    [InlineData("?on=2026-11-24&from=14:22&to=14:57", 1, 3, 4)]
    [InlineData("?on=2026-11-24&from=14:00&to=24:00", 4)]
    [InlineData("?on=2026-11-25&from=00:00&to=24:00", 1, 2, 3, 4)]
    [InlineData("?seats=2&free=30&building=Main%20Building&q=1.04&with=Screen&status=available", 3)]
    public void Of_Query_GivesTheRoomsThatFit(string queryString, params int[] expected) => Ids(queryString).Should().Equal(expected);

    [Fact]
    public void Of_BeyondTheBoard_BelievesTheDatabase()
    {
        var slot = new TimeSlot(TestBoard.Start.AddDays(30), TestBoard.Start.AddDays(30).AddHours(1));
        var request = Request(BrowseQuery.Default) with { Slot = slot, Taken = new TakenRooms(slot, System.Collections.Frozen.FrozenSet.ToFrozenSet([2, 4])) };

        BrowseSelection.Of(_board.Snapshot, request).Select(room => room.Room.Id).Should().Equal(1, 3);
    }

    [Fact]
    public void Of_AnySchedule_FindsFreeWhatIsFreeInEachMinute() => ScheduleGen.TwoDays
        .SelectMany(scheduleCase => Gen.Int[-600, 3_600].Select(minutes => (scheduleCase, minutes)))
        .SelectMany(found => Gen.OneOf(
            Gen.OneOf(30, 60, 120).Select(length => (BrowseTime)new NextMinutes(length)),
            Gen.Select(Gen.Int[0, 2], Gen.Int[0, 95], Gen.Int[1, 40], (day, from, quarters) => (BrowseTime)DayTime.Of(
                DateOnly.FromDateTime(found.scheduleCase.From).AddDays(day), TimeSpan.FromMinutes(15 * from), TimeSpan.FromMinutes(15 * quarters))))
            .Select(time => (found.scheduleCase, Now: found.scheduleCase.From.AddMinutes(found.minutes), Time: time)))
        .Sample(
            sample =>
            {
                var schedule = sample.scheduleCase.Schedule();
                var slot = sample.Time.SlotAt(sample.Now, CampusCalendar.Of(sample.scheduleCase.TimeZone));
                var oracle = sample.scheduleCase.Oracle();

                // A hold of less than a second is none; each second of the slot is looked at.
                var isHeld = Seconds(slot).Any(second => oracle.ChainEnd(second) is not null);

                schedule.IsFree(slot).Should().Be(!isHeld);
            },
            iter: 150);

    [Fact]
    public void FirstFree_AnySchedule_IsTheFirstTimeThatFits() => Gen.Select(ScheduleGen.TwoDays, Gen.Int[-600, 3_000], Gen.OneOf(15, 60, 240)).Sample(
        (scheduleCase, minutes, length) =>
        {
            var schedule = scheduleCase.Schedule();
            var from = scheduleCase.From.AddMinutes(minutes);

            var found = schedule.FirstFree(from, TimeSpan.FromMinutes(length));

            schedule.IsFree(new TimeSlot(found, found.AddMinutes(length))).Should().BeTrue();
            schedule.Holds.Select(hold => hold.Slot.End).Append(from).Where(end => end >= from && end < found)
                .Should().NotContain(end => schedule.IsFree(new TimeSlot(end, end.AddMinutes(length))), "a free time begins where a hold ends");
        },
        iter: 300);

    private static IEnumerable<DateTime> Seconds(TimeSlot slot)
    {
        for (var second = slot.Start; second < slot.End; second = second.AddSeconds(1))
        {
            yield return second;
        }
    }

    private static Room Room(int id, string name, string building, int capacity, params string[] amenities) =>
        new() { Id = id, Code = $"R{id}", Name = name, Building = building, Floor = 1, Capacity = capacity, Amenities = amenities };

    private static BrowseRequest Request(BrowseQuery query) =>
        new(query, query.Time?.SlotAt(TestBoard.Start, CampusCalendar.Of("Europe/Lisbon")), null, null, []);

    private IEnumerable<int> Ids(string queryString) =>
        BrowseSelection.Of(_board.Snapshot, Request(BrowseQuery.Parse(queryString))).Select(room => room.Room.Id);
}
