using CsCheck;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Data.Series;

public sealed class PlannedSeriesTests
{
    private static readonly DateOnly _firstDay = new(2026, 9, 1);

    /// <summary>Half of the times lie where clocks change: at night.</summary>
    private static readonly Gen<int> _quarter = Gen.OneOf(Gen.Int[0, 14], Gen.Int[0, 95]);

    private static readonly Gen<RecurrenceRule> _rule =
        from frequency in Gen.Enum<RecurrenceFrequency>()
        from weekdays in Gen.Enum<DayOfWeek>().Array[0, 4]
        from week in Gen.OneOf(Gen.Const((WeekOfMonth?)null), Gen.Enum<WeekOfMonth>().Select(week => (WeekOfMonth?)week))
        from interval in Gen.Frequency((3, Gen.Const(1)), (3, Gen.Int[2, 6]), (1, Gen.Int[7, 52]))
        from except in Gen.Int[0, 400].Array[0, 6]
        from byCount in Gen.Bool
        from length in Gen.Int[1, 150]
        select new RecurrenceRule
        {
            Frequency = frequency,
            Interval = frequency == RecurrenceFrequency.EveryTwoWeeks ? 2 : interval,
            ExceptDates = [.. except.Select(_firstDay.AddDays).Distinct().Order()],
            Weekdays = frequency == RecurrenceFrequency.MonthlyByWeekday ? [.. weekdays.Take(1)] : weekdays,
            Week = week,
            Count = byCount ? length : null,
            Until = byCount ? null : _firstDay.AddDays(120 + length),
        };

    private static readonly Gen<(string Zone, DateOnly From, int Start, int Minutes, RecurrenceRule Rule)> _cases =
        Gen.Select(Gen.OneOf("Europe/Lisbon", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"), Gen.Int[0, 120].Select(_firstDay.AddDays), _quarter, Gen.Int[1, 110].Select(quarter => 15 * quarter), _rule);

    [Fact]
    public void Of_AnyRule_NamesTheDaysAndInstantsOfTheOracle() => Compare(iterations: 400);

    [Fact]
    [Trait("Category", "Long")]
    public void Of_ManyRules_NameTheDaysAndInstantsOfTheOracle() => Compare(iterations: 10_000);

    [Fact]
    public void Of_AnyRule_ComesBackFromItsText() => _cases.Sample(
        one =>
        {
            var start = one.From.ToDateTime(TimeOnly.MinValue).AddMinutes(15 * one.Start);
            var planned = Plan(start, start.AddMinutes(one.Minutes), one.Rule, CampusCalendar.Of(one.Zone));

            RuleText.Parse(planned.RuleText).Should().BeEquivalentTo(planned.Rule with { ExceptDates = [] }, options => options.WithStrictOrdering());
            RuleText.Of(RuleText.Parse(planned.RuleText), planned.FirstDay).Should().Be(planned.RuleText);
        },
        iter: 200);

    [Fact]
    public void Of_AnyRuleBegunLater_NamesTheSameDaysFromThere() => Gen.Select(_cases, Gen.Int[0, 200]).Sample(
        (one, cut) =>
        {
            var start = one.From.ToDateTime(TimeOnly.MinValue).AddMinutes(15 * one.Start);
            var planned = Plan(start, start.AddMinutes(one.Minutes), one.Rule, CampusCalendar.Of(one.Zone));
            var days = planned.Occurrences.Select(occurrence => occurrence.Day).ToList();
            if (days.Count is < 2 or > RecurrenceRule.MaximumCount)
            {
                return;
            }

            var before = (cut % (days.Count - 1)) + 1;
            RuleText.Days(RuleText.BegunLater(planned.RuleText, before), days[before]).Should().Equal(days.Skip(before));
            RuleText.Days(RuleText.EndedOn(planned.RuleText, days[before].AddDays(-1)), days[0]).Should().Equal(days.Take(before));
        },
        iter: 200);

    [Theory]
    [InlineData(RecurrenceFrequency.MonthlyByWeekday, "2026-12-08", null, "2026-12-08", "2027-01-12", "2027-02-09")] // second Tuesday
    [InlineData(RecurrenceFrequency.MonthlyByWeekday, "2026-12-25", WeekOfMonth.Last, "2026-12-25", "2027-01-29", "2027-02-26")] // last Friday
    [InlineData(RecurrenceFrequency.MonthlyByWeekday, "2026-12-29", null, "2026-12-29", "2027-01-26", "2027-02-23")] // the fifth counts as the last
    [InlineData(RecurrenceFrequency.MonthlyByDate, "2026-12-31", null, "2026-12-31", "2027-01-31", "2027-03-31")] // no 31 February
    [InlineData(RecurrenceFrequency.EveryTwoWeeks, "2026-12-01", null, "2026-12-01", "2026-12-15", "2026-12-29")]
    public void Of_Example_NamesTheDays(RecurrenceFrequency frequency, string from, WeekOfMonth? week, params string[] days)
    {
        var start = DateTime.Parse($"{from}T10:00", System.Globalization.CultureInfo.InvariantCulture);

        var planned = Plan(start, start.AddHours(1), new RecurrenceRule { Frequency = frequency, Week = week, Count = 3 }, CampusCalendar.Of("Europe/Lisbon"));

        planned.Occurrences.Select(occurrence => occurrence.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Should().Equal(days);
    }

    [Theory]
    [InlineData(RecurrenceFrequency.Weekly, 3, "2026-12-07", "2026-12-07", "2026-12-28", "2027-01-18")]
    [InlineData(RecurrenceFrequency.Daily, 10, "2026-12-07", "2026-12-07", "2026-12-17", "2026-12-27")]
    [InlineData(RecurrenceFrequency.MonthlyByDate, 2, "2026-12-31", "2026-12-31", "2027-08-31", "2027-10-31")] // February, April and June have none
    [InlineData(RecurrenceFrequency.MonthlyByWeekday, 3, "2026-12-08", "2026-12-08", "2027-03-09", "2027-06-08")]
    public void Of_Interval_NamesEveryNth(RecurrenceFrequency frequency, int interval, string from, params string[] days)
    {
        var start = DateTime.Parse($"{from}T10:00", System.Globalization.CultureInfo.InvariantCulture);

        var planned = Plan(start, start.AddHours(1), new RecurrenceRule { Frequency = frequency, Interval = interval, Count = 3 }, CampusCalendar.Of("Europe/Lisbon"));

        planned.Occurrences.Select(occurrence => occurrence.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Should().Equal(days);
    }

    [Fact]
    public void Of_WeekdaysThatLeaveOutTheFirstDay_BeginsOnTheNextOne()
    {
        var tuesday = new DateTime(2026, 12, 1, 10, 0, 0);
        var rule = new RecurrenceRule { Frequency = RecurrenceFrequency.Weekly, Weekdays = [DayOfWeek.Monday, DayOfWeek.Thursday], Count = 3 };

        var planned = Plan(tuesday, tuesday.AddHours(1), rule, CampusCalendar.Of("Europe/Lisbon"));

        planned.FirstDay.Should().Be(new DateOnly(2026, 12, 3));
        planned.RuleText.Should().Be("FREQ=WEEKLY;COUNT=3;BYDAY=MO,TH");
        planned.Occurrences.Select(occurrence => occurrence.Day).Should().Equal(new DateOnly(2026, 12, 3), new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 10));
    }

    private static void Compare(int iterations) => _cases.Sample(
        one =>
        {
            var calendar = CampusCalendar.Of(one.Zone);
            var start = one.From.ToDateTime(TimeOnly.MinValue).AddMinutes(15 * one.Start);
            var planned = Plan(start, start.AddMinutes(one.Minutes), one.Rule, calendar);

            var expected = SeriesOracle.Days(one.Rule, one.From);
            planned.Occurrences.Select(occurrence => occurrence.Day).TakeWhile(day => day < one.From.AddYears(SeriesOracle.Years)).Should().Equal(expected);
            planned.Occurrences.Where(occurrence => occurrence.IsSkipped).Select(occurrence => occurrence.Day).Should().Equal(expected.Where(one.Rule.ExceptDates.Contains));
            foreach (var occurrence in planned.Occurrences)
            {
                ShouldBeWhereTheClocksShow(occurrence, start, one.Minutes, calendar);
            }
        },
        iter: iterations);

    private static void ShouldBeWhereTheClocksShow(SeriesOccurrence occurrence, DateTime firstStart, int minutes, CampusCalendar calendar)
    {
        var localStart = occurrence.Day.ToDateTime(TimeOnly.FromDateTime(firstStart));
        var localEnd = localStart.AddMinutes(minutes);
        var (starts, ends) = (SeriesOracle.InstantsOf(localStart, calendar), SeriesOracle.InstantsOf(localEnd, calendar));
        if (starts.Count == 0 || ends.Count == 0)
        {
            occurrence.Slot.Should().BeNull();
            occurrence.Problem.Should().Be(OccurrenceProblem.SkippedByClock);
        }
        else
        {
            occurrence.Slot.Should().Be(new TimeSlot(starts[0], ends[0]));
            occurrence.OriginalStart.Should().Be(starts[0]);
            occurrence.Problem.Should().Be(OccurrenceProblem.None);
        }

        occurrence.IsTimeRepeated.Should().Be(starts.Count > 1 || ends.Count > 1);
        calendar.DateOf(occurrence.OriginalStart).Should().Be(occurrence.Day, "occurrences are found again by it");
    }

    private static PlannedSeries Plan(DateTime start, DateTime end, RecurrenceRule rule, CampusCalendar calendar) =>
        PlannedSeries.Of(new SeriesDraft(1, start, end, rule, new ReservationDetails("Seminar", 5)), calendar, DateTime.SpecifyKind(start.AddDays(-2), DateTimeKind.Utc));
}
