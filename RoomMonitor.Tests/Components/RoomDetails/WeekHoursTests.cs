using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.RoomDetails;
using static RoomMonitor.Tests.Support.Campus;

namespace RoomMonitor.Tests.Components.RoomDetails;

public sealed class WeekHoursTests
{
    [Fact]
    public void Of_NothingOutside_AreTheOpeningHours() => Hours(("08:00", "20:30")).Should().Be(new WeekHours(7, 21));

    [Fact]
    public void Of_EarlyAndLate_AreWider() => Hours(("06:30", "08:00"), ("20:00", "22:15")).Should().Be(new WeekHours(6, 23));

    [Fact]
    public void Of_OverMidnight_IsTheWholeDay() => Hours(("22:00", "2026-11-25 01:00")).Should().Be(new WeekHours(0, 24));

    [Fact]
    public void Of_UpToMidnight_LeavesTheMorningOut() => Hours(("22:00", "2026-11-25 00:00")).Should().Be(new WeekHours(7, 24));

    [Fact]
    public void Of_ADraftOutside_IsShownToo() =>
        WeekHours.Of([Day(Today)], [new TimeSlot(At("05:30"), At("06:00"))], Calendar).Should().Be(new WeekHours(5, 21));

    private static WeekHours Hours(params (string Start, string End)[] slots) => WeekHours.Of(
        new[] { Today, Today.AddDays(1) }.Select(date => Day(date, [.. slots.Select(slot => CalendarEntry.Of(Reservation(slot.Start, slot.End)))])), [], Calendar);

    private static WeekDay Day(DateOnly date, params CalendarEntry[] entries)
    {
        var day = Calendar.Day(date);
        return new WeekDay(date, day, [.. entries.Where(entry => entry.Slot.Overlaps(day))]);
    }
}
