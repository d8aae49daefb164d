using CsCheck;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data.Timetables;

public sealed class MeetingExpansionTests
{
    private static readonly Gen<MeetingLine> _meeting =
        from first in Gen.Int[0, 730].Select(days => new DateOnly(2017, 1, 1).AddDays(days))
        from length in Gen.Int[0, 120]
        from days in Gen.Enum<DayOfWeek>().Array[1, 4]
        from start in Gen.Int[0, (24 * 12) - 2]
        from end in Gen.Int[start + 1, 24 * 12]
        from except in Gen.Int[0, 120].Array[0, 8]
        select Line(first, first.AddDays(length), days, TimeOnly.MinValue.AddMinutes(start * 5), TimeOnly.MinValue.AddMinutes(end * 5), [.. except.Select(first.AddDays)]);

    [Theory]
    [InlineData("Europe/Lisbon")]
    [InlineData("America/Chicago")]
    public void Expand_AnyMeeting_IsWhatADayByDayWalkFinds(string zone)
    {
        var calendar = CampusCalendar.Of(zone);
        _meeting.Sample(meeting =>
        {
            var skipped = new List<SkippedOccurrence>();
            var actual = MeetingExpansion.Expand(meeting, calendar, skipped).Select(one => (one.Date, one.Slot.Start, one.Slot.End)).ToList();

            var expected = new List<(DateOnly, DateTime, DateTime)>();
            var expectedSkipped = new List<DateOnly>();
            for (var date = new DateOnly(2016, 12, 30); date.Year < 2020; date = date.AddDays(1))
            {
                if (date < meeting.First || date > meeting.Last || !meeting.Days.Contains(date.DayOfWeek) || meeting.Except.Contains(date))
                {
                    continue;
                }

                var (start, end) = (FirstShowing(date.ToDateTime(meeting.Times.Start), calendar.TimeZone), FirstShowing(date.AddDays(meeting.Times.Nights).ToDateTime(meeting.Times.End), calendar.TimeZone));
                if (start is null || end is null)
                {
                    expectedSkipped.Add(date);
                }
                else
                {
                    expected.Add((date, start.Value, end.Value));
                }
            }

            return actual.SequenceEqual(expected) && skipped.Select(one => one.Date).SequenceEqual(expectedSkipped);
        });
    }

    [Fact]
    public void Expand_OverBothClockChanges_StaysAtTenOnTheCampusClock()
    {
        var meeting = Line(new(2018, 10, 22), new(2019, 4, 8), [DayOfWeek.Monday], new(10, 0), new(11, 0), []);

        var starts = MeetingExpansion.Expand(meeting, Timetable.Lisbon, []).Select(one => one.Slot.Start).ToList();

        starts[0].Should().Be(new DateTime(2018, 10, 22, 9, 0, 0, DateTimeKind.Utc));
        starts[1].Should().Be(new DateTime(2018, 10, 29, 10, 0, 0, DateTimeKind.Utc));
        starts[^1].Should().Be(new DateTime(2019, 4, 8, 9, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Expand_TimeThatTheClockSkips_IsLeftOutAndTold()
    {
        var meeting = Line(new(2018, 3, 18), new(2018, 4, 1), [DayOfWeek.Sunday], new(1, 30), new(3, 0), []);
        var skipped = new List<SkippedOccurrence>();

        var dates = MeetingExpansion.Expand(meeting, Timetable.Lisbon, skipped).Select(one => one.Date).ToList();

        dates.Should().Equal(new DateOnly(2018, 3, 18), new DateOnly(2018, 4, 1));
        skipped.Should().Equal(new SkippedOccurrence(2, "A1", new(2018, 3, 25), new(1, 30), new(3, 0)));
    }

    [Fact]
    public void Expand_TimeThatTheClockRepeats_IsTheEarlierInstant()
    {
        var meeting = Line(new(2018, 10, 28), new(2018, 10, 28), [DayOfWeek.Sunday], new(1, 30), new(3, 0), []);

        var slot = MeetingExpansion.Expand(meeting, Timetable.Lisbon, []).Should().ContainSingle().Subject.Slot;

        slot.Start.Should().Be(new DateTime(2018, 10, 28, 0, 30, 0, DateTimeKind.Utc));
        slot.End.Should().Be(new DateTime(2018, 10, 28, 3, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Read_Once_MeetsOnItsDateWithOrWithoutItsWeekday()
    {
        var request = Timetable.Meetings(
            "a,A1,once,MO,10:00,11:00,2026-11-30,2026-11-30,,,,,", "b,A2,once,,10:00,11:00,2026-12-01,2026-12-01,,,,,");

        var source = TimetableSource.Read(request);

        source.Errors.Should().BeEmpty();
        source.Occurrences.Select(one => one.Key).Should().Equal("a/2026-11-30", "b/2026-12-01");
    }

    /// <summary>The first instant at which clocks of a zone show a time, looked for in steps of five minutes.</summary>
    private static DateTime? FirstShowing(DateTime local, TimeZoneInfo zone)
    {
        var utc = DateTime.SpecifyKind(local, DateTimeKind.Utc).AddHours(-3 - zone.BaseUtcOffset.TotalHours);
        for (var step = 0; step < 12 * 6; step++, utc = utc.AddMinutes(5))
        {
            if (TimeZoneInfo.ConvertTimeFromUtc(utc, zone) == local)
            {
                return utc;
            }
        }

        return null;
    }

    private static MeetingLine Line(DateOnly first, DateOnly last, DayOfWeek[] days, TimeOnly start, TimeOnly end, DateOnly[] except) => new()
    {
        Line = 2,
        Id = "m",
        RoomCode = "A1",
        Days = days.ToHashSet(),
        Times = new SeriesTimes(start, end, end == TimeOnly.MinValue ? 1 : 0),
        First = first,
        Last = last,
        Except = except.ToHashSet(),
        Purpose = "Optics",
        Attendees = 12,
    };
}
