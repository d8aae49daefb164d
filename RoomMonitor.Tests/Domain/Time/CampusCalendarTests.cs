using System.Globalization;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Domain.Time;

public sealed class CampusCalendarTests
{
    /// <summary>
    /// Ordinary zones, midnights skipped (Beirut, Santiago) and evenings repeated up to midnight (Nuuk), half an hour (Lord Howe),
    /// and daylight saving that counts as negative (Dublin, Casablanca).
    /// </summary>
    public static TheoryData<string> Zones => new(
        "Europe/Lisbon", "America/Chicago", "Asia/Beirut", "America/Santiago", "America/Nuuk", "America/Havana",
        "Australia/Lord_Howe", "Europe/Dublin", "Africa/Casablanca", "UTC");

    [Theory]
    [MemberData(nameof(Zones))]
    public void TryToUtc_EachQuarterOfTwoYears_IsTheFirstInstantThatShowsIt(string zone)
    {
        var calendar = CampusCalendar.Of(zone);
        var firstInstant = new Dictionary<DateTime, DateTime>();
        foreach (var (utc, local) in Quarters(calendar.TimeZone))
        {
            firstInstant.TryAdd(local, utc);
        }

        List<string> wrong = [];
        for (var local = new DateTime(2026, 1, 2); local < new DateTime(2027, 12, 30); local = local.AddMinutes(15))
        {
            DateTime? expected = firstInstant.TryGetValue(local, out var first) ? first : null;
            DateTime? actual = calendar.TryToUtc(local, out var utc) ? utc : null;
            if (actual != expected || (actual is not null && actual.Value.Kind != DateTimeKind.Utc))
            {
                wrong.Add($"{local:s}: expected {expected:u}, but was {actual:u}");
            }
        }

        wrong.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void DayOf_EachQuarterOfTwoYears_BeginsWhereTheDateChanges(string zone)
    {
        var calendar = CampusCalendar.Of(zone);
        List<string> wrong = [];
        DateTime? start = null;
        var date = DateTime.MinValue;
        foreach (var (utc, local) in Quarters(calendar.TimeZone))
        {
            if (local.Date != date)
            {
                start = date == DateTime.MinValue ? null : utc;
                date = local.Date;
                if (start is not null && calendar.DayOf(utc.AddTicks(-1)).End != utc)
                {
                    wrong.Add($"the day before {date:d} ends at {calendar.DayOf(utc.AddTicks(-1)).End:u}, not {utc:u}");
                }
            }

            if (start is not null && (calendar.DayOf(utc).Start != start || calendar.DateOf(utc) != DateOnly.FromDateTime(date)))
            {
                wrong.Add($"at {utc:u} the day begins at {calendar.DayOf(utc).Start:u}, not {start:u}");
            }
        }

        wrong.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Europe/Lisbon", "2026-03-29", 23)]
    [InlineData("Europe/Lisbon", "2026-10-25", 25)]
    [InlineData("Europe/Lisbon", "2026-11-23", 24)]
    [InlineData("America/Chicago", "2026-03-08", 23)]
    [InlineData("America/Chicago", "2026-11-01", 25)]
    [InlineData("Asia/Beirut", "2026-03-29", 23)]
    [InlineData("America/Santiago", "2026-09-06", 23)]
    public void Day_OfAClockChange_HasItsHours(string zone, string date, int hours) =>
        CampusCalendar.Of(zone).Day(DateOnly.Parse(date, CultureInfo.InvariantCulture)).Length.Should().Be(TimeSpan.FromHours(hours));

    [Theory]
    [InlineData("Europe/Lisbon", "2026-06-01", "2026-05-31T23:00:00Z")]
    [InlineData("America/Chicago", "2026-11-23", "2026-11-23T06:00:00Z")]
    [InlineData("Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z")]
    [InlineData("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z")]
    public void StartOf_Date_IsItsFirstInstant(string zone, string date, string expected)
    {
        var start = CampusCalendar.Of(zone).StartOf(DateOnly.Parse(date, CultureInfo.InvariantCulture));

        start.Should().Be(Utc(expected));
        start.Kind.Should().Be(DateTimeKind.Utc);
    }

    [Theory]
    [InlineData("Europe/Lisbon", "2026-03-29T01:30:00")]
    [InlineData("America/Chicago", "2026-03-08T02:00:00")]
    [InlineData("Europe/Dublin", "2026-03-29T01:30:00")]
    [InlineData("Asia/Beirut", "2026-03-29T00:00:00")]
    public void TryToUtc_SkippedTime_IsNone(string zone, string local) =>
        CampusCalendar.Of(zone).TryToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture), out _).Should().BeFalse();

    [Theory]
    [InlineData("Europe/Lisbon", "2026-10-25T01:30:00", "2026-10-25T00:30:00Z")]
    [InlineData("America/Chicago", "2026-11-01T01:00:00", "2026-11-01T06:00:00Z")]
    [InlineData("Europe/Dublin", "2026-10-25T01:30:00", "2026-10-25T00:30:00Z")]
    public void TryToUtc_RepeatedTime_IsTheEarlierInstant(string zone, string local, string expected)
    {
        CampusCalendar.Of(zone).TryToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture), out var utc).Should().BeTrue();

        utc.Should().Be(Utc(expected));
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void InstantOf_EachQuarterOfTwoYears_IsTheFirstInstantThatShowsItOrALaterTime(string zone)
    {
        var calendar = CampusCalendar.Of(zone);
        var shown = Quarters(calendar.TimeZone).ToList();
        List<string> wrong = [];
        var first = 0;
        for (var local = new DateTime(2026, 1, 2); local < new DateTime(2027, 12, 30); local = local.AddMinutes(15))
        {
            // Time only goes on, whatever clocks show meanwhile.
            while (shown[first].Local < local)
            {
                first++;
            }

            var instant = calendar.InstantOf(DateOnly.FromDateTime(local), local.TimeOfDay);
            if (instant != shown[first].Utc || instant.Kind != DateTimeKind.Utc)
            {
                wrong.Add($"{local:s}: expected {shown[first].Utc:u}, but was {instant:u}");
            }
        }

        wrong.Should().BeEmpty();
    }

    /// <summary>Both edges of a jump, and of what is repeated.</summary>
    [Theory]
    [InlineData("Europe/Lisbon", "2026-03-29", "00:59:59", "2026-03-29T00:59:59Z")]
    [InlineData("Europe/Lisbon", "2026-03-29", "01:00:00", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Lisbon", "2026-03-29", "01:30:42", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Lisbon", "2026-03-29", "02:00:00", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Lisbon", "2026-10-25", "01:00:00", "2026-10-25T00:00:00Z")]
    [InlineData("Europe/Lisbon", "2026-10-25", "01:59:59", "2026-10-25T00:59:59Z")]
    [InlineData("Europe/Lisbon", "2026-10-25", "02:00:00", "2026-10-25T02:00:00Z")]
    [InlineData("America/Santiago", "2026-09-06", "00:00:00", "2026-09-06T04:00:00Z")]
    [InlineData("America/Santiago", "2026-09-05", "1.00:00:00", "2026-09-06T04:00:00Z")]
    public void InstantOf_AroundAClockChange_IsTheEarlierOneAndNeverWithinAJump(string zone, string date, string time, string expected) =>
        CampusCalendar.Of(zone).InstantOf(DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeSpan.Parse(time, CultureInfo.InvariantCulture))
            .Should().Be(Utc(expected));

    [Theory]
    [InlineData("2026-03-29T00:30:00", "2026-03-29T00:30:00Z")]
    [InlineData("2026-03-29T01:30:00", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-25T01:30:00", "2026-10-25T00:30:00Z")]
    public void ByRfc5545_SkippedTime_IsWhatItWasBeforeTheJump(string local, string expected) =>
        CampusCalendar.Of("Europe/Lisbon").ByRfc5545(DateTime.Parse(local, CultureInfo.InvariantCulture)).Should().Be(Utc(expected));

    [Fact]
    public void TimeOfDay_AnyCulture_IsHoursAndMinutesWithAColon()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fi-FI");

            CampusCalendar.Of("Europe/Lisbon").TimeOfDay(Utc("2026-06-01T08:05:59Z")).Should().Be("09:05");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Of_UnknownZone_Throws()
    {
        var act = () => CampusCalendar.Of("Europe/Atlantis");

        act.Should().Throw<TimeZoneNotFoundException>();
    }

    private static IEnumerable<(DateTime Utc, DateTime Local)> Quarters(TimeZoneInfo zone)
    {
        var end = new DateTime(2028, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var utc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc); utc < end; utc = utc.AddMinutes(15))
        {
            yield return (utc, TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
        }
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
