using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using static RoomMonitor.Tests.Support.Timetable;

namespace RoomMonitor.Tests.Data.Timetables;

public sealed class OverlapTests : IAsyncLifetime
{
    private static readonly DateOnly _first = new(2026, 11, 30);
    private static readonly DateOnly _second = new(2026, 12, 7);

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task TwoLines_InOneRoom_TheLaterOneIsLeftOutOnThoseDatesOnly()
    {
        var report = await _database.ImportAsync(Meetings(
            "a,A1,once,,10:00,11:00,2026-11-30,2026-11-30,,,,,",
            Weekly("b", start: "10:59", end: "12:00"),
            Weekly("c", start: "12:00", end: "13:00"),
            Weekly("d", room: "A2")));

        var overlap = report.Overlaps.Should().ContainSingle().Subject;
        overlap.Should().BeEquivalentTo(new { Line = 3, RoomCode = "A1", Date = _first });
        overlap.Holds.Should().Equal(new OverlappedHold(Slot(_first, 10, 11), 2, null));
        report.Created.Should().Be(6);
    }

    [Fact]
    public async Task LineLeftOut_HoldsNothingItself()
    {
        var report = await _database.ImportAsync(Meetings(Weekly("a"), Weekly("b", end: "12:00"), Weekly("c", start: "11:00", end: "12:00")));

        report.Overlaps.Select(overlap => overlap.Line).Should().Equal(3, 3);
        report.Created.Should().Be(4);
    }

    [Fact]
    public async Task ReservationOfAPersonAndABlackout_WinOverTheFile()
    {
        var room = await _database.AddRoomAsync();
        var start = new DateTime(2026, 11, 30, 10, 30, 0, DateTimeKind.Utc);
        var booked = await _database.Reservations.CreateAsync(
            new ReservationDraft(room.Id, start, start.AddHours(1), new ReservationDetails("Exam", 5)), Caller.System, default);
        await using (var context = _database.Open())
        {
            context.Add(new Blackout { RoomId = room.Id, Start = Slot(_second, 8, 18).Start, End = Slot(_second, 8, 18).End });
            await context.SaveChangesAsync();
        }

        var report = await _database.ImportAsync(Meetings(Weekly("a")));

        report.Created.Should().Be(0);
        report.Overlaps.SelectMany(overlap => overlap.Holds).Should().Equal(
            new OverlappedHold(new TimeSlot(start, start.AddHours(1)), null, booked.Id), new OverlappedHold(Slot(_second, 8, 18), null, null));
    }

    [Fact]
    public async Task CancelledReservation_HoldsNothing()
    {
        var room = await _database.AddRoomAsync();
        var start = Slot(_first, 10, 11).Start;
        var booked = await _database.Reservations.CreateAsync(
            new ReservationDraft(room.Id, start, start.AddHours(1), new ReservationDetails("Exam", 5)), Caller.System, default);
        await _database.Reservations.CancelAsync(booked.Id, Caller.System, default);

        var report = await _database.ImportAsync(Meetings(Weekly("a")));

        report.Overlaps.Should().BeEmpty();
    }

    [Fact]
    public async Task TwoLines_ThatChangePlaces_BothMove()
    {
        await _database.ImportAsync(Meetings(Weekly("a"), Weekly("b", room: "A2")));

        var report = await _database.ImportAsync(Meetings(Weekly("a", room: "A2"), Weekly("b")));

        report.Overlaps.Should().BeEmpty();
        report.Updated.Should().Be(4);
    }

    [Fact]
    public async Task ChangedLine_WithoutRoomAtItsNewTime_StaysWhereItWas()
    {
        await _database.ImportAsync(Meetings(Weekly("a"), Weekly("b", start: "14:00", end: "15:00")));
        var changed = Meetings(Weekly("a", start: "14:30", end: "15:30"), Weekly("b", start: "14:00", end: "15:00"), Weekly("c"));

        var report = await _database.ImportAsync(changed);

        report.Should().BeEquivalentTo(new { Created = 0, Updated = 0, Unchanged = 2 });
        report.Overlaps.Select(overlap => (overlap.Line, overlap.Holds.Single().Line)).Should().Equal((2, 3), (2, 3), (4, 2), (4, 2));
    }

    [Fact]
    public async Task ChangedLine_ThatOverlapsItsOwnOldTime_Moves()
    {
        await _database.ImportAsync(Meetings(Weekly("a")));

        var report = await _database.ImportAsync(Meetings(Weekly("a", start: "10:30", end: "11:30")));

        report.Should().BeEquivalentTo(new { Updated = 2, Overlaps = Array.Empty<TimetableOverlap>() });
    }

    private static TimeSlot Slot(DateOnly date, int from, int to) =>
        new(date.ToDateTime(new(from, 0), DateTimeKind.Utc), date.ToDateTime(new(to, 0), DateTimeKind.Utc));
}
