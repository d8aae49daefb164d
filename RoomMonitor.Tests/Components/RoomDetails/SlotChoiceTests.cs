using CsCheck;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.RoomDetails;
using static RoomMonitor.Tests.Support.Campus;
using CultureInfo = System.Globalization.CultureInfo;

namespace RoomMonitor.Tests.Components.RoomDetails;

public sealed class SlotChoiceTests
{
    [Theory]
    [InlineData(15 * 60, "15:00", "16:00")]
    [InlineData(14 * 60, "14:15", "15:15")]
    [InlineData(16 * 60, "16:00", "16:30")]
    public void Click_FreeTime_IsAnHourOrWhatIsLeftOfIt(int minute, string start, string end) =>
        Choose(minute, null, Entry("16:30", "17:30")).Should().Be(new TimeSlot(At(start), At(end)));

    [Theory]
    [InlineData(13 * 60)]
    [InlineData((13 * 60) + 30)]
    [InlineData((16 * 60) + 30)]
    public void Click_PastOrTakenTime_IsNone(int minute) => Choose(minute, null, Entry("16:30", "17:30")).Should().BeNull();

    [Fact]
    public void Click_RunningHalfHourThatIsTakenFromTheQuarterOn_IsNone() => Choose(14 * 60, null, Entry("14:15", "15:00")).Should().BeNull();

    [Fact]
    public void Drag_OverWhatIsTaken_IsKeptAsDrawn() =>
        Choose(16 * 60, 18 * 60, Entry("16:30", "17:30")).Should().Be(new TimeSlot(At("16:00"), At("18:00")));

    [Fact]
    public void Drag_FromThePast_BeginsAtTheNextQuarter() => Choose(12 * 60, 15 * 60).Should().Be(new TimeSlot(At("14:15"), At("15:00")));

    [Fact]
    public void Drag_UpToMidnight_EndsWithTheDay() => Choose(23 * 60, 24 * 60).Should().Be(new TimeSlot(At("23:00"), At("2026-11-25 00:00")));

    [Theory]
    [InlineData(-30, 60)]
    [InlineData(1440, null)]
    [InlineData(600, 1441)]
    [InlineData(600, 600)]
    public void Pointed_Nonsense_IsNone(int start, int? end) => SlotChoice.Pointed(new SlotEventArgs { Start = start, End = end }, Day(), Calendar).Should().BeNull();

    [Theory]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-25", false)]
    [InlineData("yesterday", false)]
    public void DayOf_OnlyADayOfTheWeekShown(string day, bool isFound) =>
        (SlotChoice.DayOf(new SlotEventArgs { Day = day }, [Day()]) is not null).Should().Be(isFound);

    [Fact]
    public void Pointed_AnyDayOfAClockChange_IsASlotOfThatDayOrNone()
    {
        var day = Gen.OneOf(("Europe/Lisbon", "2026-03-29"), ("Europe/Lisbon", "2026-10-25"), ("America/Santiago", "2026-09-06"), ("Australia/Lord_Howe", "2026-10-04"));
        Gen.Select(day, Gen.Int[0, 95], Gen.Int[1, 96]).Sample((on, from, to) =>
        {
            var calendar = CampusCalendar.Of(on.Item1);
            var date = DateOnly.Parse(on.Item2, CultureInfo.InvariantCulture);
            var whole = new WeekDay(date, calendar.Day(date), []);
            return SlotChoice.Pointed(new SlotEventArgs { Start = from * 15, End = to * 15 }, whole, calendar) is not { } slot
                || (slot.Start >= whole.Slot.Start && slot.End <= whole.Slot.End);
        });
    }

    private static TimeSlot? Choose(int start, int? end, params CalendarEntry[] entries)
    {
        var day = Day(entries);
        var pointed = SlotChoice.Pointed(new SlotEventArgs { Day = "2026-11-24", Start = start, End = end }, day, Calendar);
        return SlotChoice.Bookable(pointed!.Value, end is null, day, Now);
    }

    private static WeekDay Day(params CalendarEntry[] entries) => new(Today, Calendar.Day(Today), [.. entries]);

    private static CalendarEntry Entry(string start, string end) => CalendarEntry.Of(Reservation(start, end));
}
