using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.RoomDetails;
using static RoomMonitor.Tests.Support.Campus;

namespace RoomMonitor.Tests.State.RoomCalendar;

public sealed class RoomCalendarStateTests
{
    private static readonly DateOnly _monday = new(2026, 11, 23);
    private static readonly TimeSlot _week = new(Calendar.StartOf(_monday), Calendar.StartOf(_monday.AddDays(7)));

    [Fact]
    public void EntriesOn_TheComingSevenDays_AreTheBoards()
    {
        var board = Room(Reservation("15:00", "16:00"), Reservation("2026-11-30 09:00", "2026-11-30 10:00", id: 2), Blackout("20:00", "21:00"));

        Entries(Empty, Today, board).Should().HaveCount(2);
        Entries(Empty, Today.AddDays(6), board).Should().ContainSingle();
        Entries(Empty, Today.AddDays(7), board).Should().BeNull("nobody has read that day");
        Entries(Empty, Today.AddDays(-1), board).Should().BeNull();
    }

    [Fact]
    public void EntriesOn_BoardAndDatabase_IsTheBoardWithWhatTheReaderMaySee()
    {
        var board = Room(Reservation("15:00", "16:00", id: 1), Reservation("17:00", "18:00", id: 3));
        var state = Read(
            new CalendarEntry(new TimeSlot(At("14:00"), At("15:00")), 1, IsMine: true, Purpose: "Thesis"),
            new CalendarEntry(new TimeSlot(At("19:00"), At("20:00")), 2));

        Entries(state, Today, board).Should().Equal(
            new CalendarEntry(new TimeSlot(At("15:00"), At("16:00")), 1, IsMine: true, Purpose: "Thesis"),
            new CalendarEntry(new TimeSlot(At("17:00"), At("18:00")), 3));
    }

    [Fact]
    public void EntriesOn_DayGoneBy_IsWhatWasRead()
    {
        var state = Read(new CalendarEntry(new TimeSlot(At("2026-11-22 22:00"), At("2026-11-23 01:00")), 4));

        Entries(state, _monday, Room()).Should().ContainSingle().Which.ReservationId.Should().Be(4);
        Entries(state with { RoomId = 2 }, _monday, Room()).Should().BeNull("that is another room's");
    }

    [Fact]
    public void OnRead_AnotherWeekThanShown_IsIgnored()
    {
        var shown = RoomCalendarReducers.OnOpened(Empty, new RoomCalendarOpened(1, _monday.AddDays(7)));

        RoomCalendarReducers.OnRead(shown, new RoomCalendarRead(1, _monday, [_week], [])).Should().BeSameAs(shown);
        RoomCalendarReducers.OnRead(shown, new RoomCalendarRead(2, _monday.AddDays(7), [_week], [])).Should().BeSameAs(shown);
        RoomCalendarReducers.OnFailed(shown, new RoomCalendarFailed(1, _monday)).Should().BeSameAs(shown);
        RoomCalendarReducers.OnClosed(shown, new RoomCalendarClosed(2)).Should().BeSameAs(shown);
    }

    [Fact]
    public void OnOpened_AnotherWeekOfTheRoom_KeepsWhatIsKnownUntilItIsRead()
    {
        var state = Read(new CalendarEntry(new TimeSlot(At("15:00"), At("16:00")), 1));

        var next = RoomCalendarReducers.OnOpened(state, new RoomCalendarOpened(1, _monday.AddDays(7)));
        var other = RoomCalendarReducers.OnOpened(state, new RoomCalendarOpened(2, _monday));

        next.Entries.Should().HaveCount(1);
        other.Entries.Should().BeEmpty();
    }

    [Fact]
    public void OnFailed_Week_KeepsWhatWasRead() =>
        RoomCalendarReducers.OnFailed(Read(new CalendarEntry(new TimeSlot(At("15:00"), At("16:00")), 1)), new RoomCalendarFailed(1, _monday))
            .Should().Match<RoomCalendarState>(state => state.HasFailed && state.Entries.Length == 1);

    private static RoomCalendarState Empty { get; } = Create();

    private static RoomCalendarState Create() => (RoomCalendarState)Activator.CreateInstance(typeof(RoomCalendarState), nonPublic: true)!;

    private static RoomCalendarState Read(params CalendarEntry[] entries) => RoomCalendarReducers.OnRead(
        RoomCalendarReducers.OnOpened(Empty, new RoomCalendarOpened(1, _monday)), new RoomCalendarRead(1, _monday, [_week], [.. entries]));

    private static IEnumerable<CalendarEntry>? Entries(RoomCalendarState state, DateOnly date, RoomMonitor.Web.Realtime.RoomOccupancy room) =>
        state.EntriesOn(Calendar.Day(date), room, Calendar, Now);
}
