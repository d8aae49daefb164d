using System.Collections.Immutable;
using CsCheck;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.RoomDetails;
using static RoomMonitor.Tests.Support.Campus;

namespace RoomMonitor.Tests.Components.RoomDetails;

public sealed class DayAgendaTests
{
    private static readonly TimeSlot _open = new(At("07:00"), At("21:00"));

    [Fact]
    public void Of_Day_TellsWhatIsTakenAndWhatIsFreeFromNowOn() =>
        Lines(Entry("08:30", "09:30"), Entry("11:00", "12:30"), Entry("15:30", "17:00"), Entry("17:10", "18:30"))
            .Should().Equal("08:30-09:30 taken Past", "11:00-12:30 taken Past", "14:12-15:30 free Current", "15:30-17:00 taken Coming",
                "17:10-18:30 taken Coming", "18:30-21:00 free Coming");

    [Fact]
    public void Of_OverMidnight_IsCutAtTheDay() =>
        Lines(Entry("2026-11-23 22:00", "01:00"), Entry("20:00", "2026-11-25 02:00"))
            .Should().Equal("00:00-01:00 taken Past", "14:12-20:00 free Current", "20:00-00:00 taken Coming");

    [Fact]
    public void Of_ClosureOverAReservation_LeavesNoFreeTimeBetween() =>
        Lines(Entry("14:00", "21:00"), Entry("15:00", "16:00")).Should().Equal("14:00-21:00 taken Current", "15:00-16:00 taken Coming");

    [Fact]
    public void Of_AnyDay_FreeTimesNeverOverlapWhatIsTaken() => Gen.Select(Gen.Int[0, 1500], Gen.Int[1, 400]).Array[0, 8].Sample(parts =>
    {
        var day = Calendar.Day(Today);
        var entries = parts.Select(part => new CalendarEntry(new TimeSlot(day.Start.AddMinutes(part.Item1 - 60), day.Start.AddMinutes(part.Item1 - 60 + part.Item2)), 1))
            .OrderBy(entry => entry.Slot.Start).ToImmutableArray();
        var lines = DayAgenda.Of(entries, day, _open, Now);
        var free = lines.Where(line => line.Entry is null).ToList();
        return free.TrueForAll(line => entries.All(entry => !entry.Slot.Overlaps(line.Slot)) && line.Slot.Start >= Now)
            && lines.All(line => day.Start <= line.Slot.Start && line.Slot.End <= day.End);
    });

    private static IEnumerable<string> Lines(params CalendarEntry[] entries) => DayAgenda.Of([.. entries], Calendar.Day(Today), _open, Now)
        .Select(line => $"{Calendar.TimeOfDay(line.Slot.Start)}-{Calendar.TimeOfDay(line.Slot.End)} {(line.Entry is null ? "free" : "taken")} {line.Time}");

    private static CalendarEntry Entry(string start, string end) => CalendarEntry.Of(Reservation(start, end));
}
