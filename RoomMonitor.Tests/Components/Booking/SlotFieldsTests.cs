using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Booking;
using static RoomMonitor.Tests.Support.Campus;

namespace RoomMonitor.Tests.Components.Booking;

/// <summary>Two days and two times, as fields hold them. Lisbon's clocks are set back on 25 October 2026 and forward on 28 March 2027.</summary>
public sealed class SlotFieldsTests
{
    [Theory]
    [InlineData("2026-12-14 09:00", "2026-12-16 17:00", "2026-12-14", "2026-12-16", "09:00", "17:00")]
    [InlineData("2026-12-20 00:00", "2026-12-21 00:00", "2026-12-20", "2026-12-21", "00:00", "00:00")]
    [InlineData("2026-12-14 22:00", "2026-12-15 02:00", "2026-12-14", "2026-12-15", "22:00", "02:00")]
    [InlineData("2026-12-14 09:00", "2026-12-15 17:00", "2026-12-14", "2026-12-15", "09:00", "17:00")]
    [InlineData("2026-12-14 09:00", "2026-12-14 10:00", "2026-12-14", "2026-12-14", "09:00", "10:00")]
    [InlineData("2026-12-14 09:00", "2026-12-17 00:00", "2026-12-14", "2026-12-17", "09:00", "00:00")]
    [InlineData("2027-03-27 22:00", "2027-03-28 12:00", "2027-03-27", "2027-03-28", "22:00", "12:00")]
    public void Of_AnySlot_ShowsBothEndsAndReadsAsIt(string start, string end, string day, string endDay, string from, string to)
    {
        var slot = Slot(start, end);

        var fields = SlotFields.Of(slot, Calendar);

        (fields.Day, fields.EndDay, fields.From, fields.To).Should().Be((day, endDay, from, to));
        fields.Read(Calendar, out _).Should().Be(slot);
        // Without what the fields know besides their texts.
        Typed(day, endDay, from, to).Read(Calendar, out _).Should().Be(slot);
    }

    /// <summary>The texts alone would mean other instants.</summary>
    [Fact]
    public void Of_SecondsAndRepeatedHours_StayUntilTheFieldChanges()
    {
        // 01:30 for the second time, until 15 seconds after 04:00.
        var slot = new TimeSlot(new DateTime(2026, 10, 25, 1, 30, 0, DateTimeKind.Utc), new DateTime(2026, 10, 25, 4, 0, 15, DateTimeKind.Utc));

        var fields = SlotFields.Of(slot, Calendar);

        fields.Read(Calendar, out _).Should().Be(slot);
        fields.EndingAt("05:00").Read(Calendar, out _).Should().Be(new TimeSlot(slot.Start, new DateTime(2026, 10, 25, 5, 0, 0, DateTimeKind.Utc)));
        fields.EndingAt("05:00").EndingAt("04:00").Read(Calendar, out _).Should().Be(slot, "it says the same again");
    }

    [Fact]
    public void StartingOn_AnotherDay_TakesTheEndAlong() =>
        Read(SlotFields.Of(Slot("2026-12-14 09:00", "2026-12-16 17:00"), Calendar).StartingOn("2026-12-30")).Should().Be(Slot("2026-12-30 09:00", "2027-01-01 17:00"));

    [Fact]
    public void StartingOn_EmptyForAWhile_StillTakesTheEndAlong() =>
        Read(SlotFields.Of(Slot("2026-12-14 09:00", "2026-12-16 17:00"), Calendar).StartingOn("").StartingOn("2026-12-30")).Should().Be(Slot("2026-12-30 09:00", "2027-01-01 17:00"));

    [Theory]
    [InlineData("2026-12-14 22:00", "2026-12-14 23:00", "23:30", "2026-12-14 23:30", "2026-12-15 00:30")]
    [InlineData("2026-12-14 22:00", "2026-12-15 02:00", "18:00", "2026-12-14 18:00", "2026-12-14 22:00")]
    [InlineData("2026-12-14 09:00", "2026-12-16 17:00", "18:00", "2026-12-14 18:00", "2026-12-17 02:00")]
    [InlineData("2026-12-14 09:00", "2026-12-14 15:00", "18:00:00", "2026-12-14 18:00", "2026-12-15 00:00")]
    public void StartingAt_AnotherTime_KeepsTheLength(string start, string end, string from, string newStart, string newEnd) =>
        Read(SlotFields.Of(Slot(start, end), Calendar).StartingAt(from)).Should().Be(Slot(newStart, newEnd));

    [Fact]
    public void EndingAt_AfterAnEndOnTheNextDay_IsOnTheSameDayAgain()
    {
        var over = SlotFields.Of(Slot("2026-12-14 22:00", "2026-12-14 23:00"), Calendar).StartingAt("23:30");

        over.EndDay.Should().Be("2026-12-15");
        Read(over.EndingAt("23:45")).Should().Be(Slot("2026-12-14 23:30", "2026-12-14 23:45"));
        Read(over.EndingAt("00:00")).Should().Be(Slot("2026-12-14 23:30", "2026-12-15 00:00"));
    }

    /// <summary>00:00 of the first day can only be meant as its end.</summary>
    [Fact]
    public void EndingOn_TheFirstDayAtMidnight_IsItsEnd() =>
        Read(Typed("2026-12-14", "2026-12-14", "23:00", "00:00")).Should().Be(Slot("2026-12-14 23:00", "2026-12-15 00:00"));

    [Theory]
    [InlineData("2026-12-14", "2026-12-14", "14:00", "13:00", BookingField.To, SlotProblem.EndNotAfterStart)]
    [InlineData("2026-12-14", "2026-12-14", "14:00", "14:00", BookingField.To, SlotProblem.EndNotAfterStart)]
    [InlineData("2026-12-14", "2026-12-13", "14:00", "15:00", BookingField.EndDay, SlotProblem.EndNotAfterStart)]
    [InlineData("2026-12-14", "", "14:00", "15:00", BookingField.EndDay, SlotProblem.Missing)]
    [InlineData("", "2026-12-14", "14:00", "15:00", BookingField.Day, SlotProblem.Missing)]
    [InlineData("9999-12-31", "9999-12-31", "14:00", "15:00", BookingField.Day, SlotProblem.Missing)]
    [InlineData("0001-01-01", "0001-01-01", "14:00", "15:00", BookingField.Day, SlotProblem.Missing)]
    [InlineData("2026-12-14", "2026-12-14", "", "15:00", BookingField.From, SlotProblem.Missing)]
    [InlineData("2027-03-27", "2027-03-28", "22:00", "01:30", BookingField.To, SlotProblem.SkippedByClock)]
    public void Read_NoSlot_SaysWhy(string day, string endDay, string from, string to, BookingField field, SlotProblem problem)
    {
        Typed(day, endDay, from, to).Read(Calendar, out var problems).Should().BeNull();

        problems.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create(field, problem));
    }

    private static TimeSlot? Read(SlotFields fields) => fields.Read(Calendar, out _);

    private static SlotFields Typed(string day, string endDay, string from, string to) =>
        SlotFields.On(new DateOnly(2026, 1, 1)).StartingOn(day).StartingAt(from).EndingAt(to).EndingOn(endDay);

    private static TimeSlot Slot(string start, string end) => new(At(start), At(end));
}
