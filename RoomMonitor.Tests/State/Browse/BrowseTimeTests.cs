using System.Globalization;
using CsCheck;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Tests.State.Browse;

public sealed class BrowseTimeTests
{
    /// <summary>Days with and without a change of the clocks: an hour, half an hour, midnight itself.</summary>
    private static readonly Gen<(CampusCalendar Calendar, DateOnly Date)> _day = Gen.OneOf(
        ("Europe/Lisbon", "2026-03-29"),
        ("Europe/Lisbon", "2026-10-25"),
        ("Europe/Lisbon", "2026-11-24"),
        ("America/Chicago", "2026-03-08"),
        ("America/Chicago", "2026-11-01"),
        ("Australia/Lord_Howe", "2026-04-05"),
        ("Australia/Lord_Howe", "2026-10-04"),
        ("America/Santiago", "2026-09-06")).Select(day => (CampusCalendar.Of(day.Item1), DateOnly.Parse(day.Item2, CultureInfo.InvariantCulture)));

    [Fact]
    public void SlotAt_TimesOfAnyDay_BeginsAndEndsWhereTheClocksShowThem() =>
        Gen.Select(_day, Gen.Int[0, 95], Gen.Int[1, 96]).Sample((day, from, quarters) =>
        {
            var time = new DayTime(day.Date, Quarters(from), Quarters(Math.Min(96, from + quarters)));

            var slot = time.SlotAt(Campus.Now, day.Calendar);

            // The clocks are watched through the day, minute by minute.
            var minutes = Minutes(day.Calendar, day.Date).ToList();
            slot.Start.Should().Be(minutes.First(minute => minute.Local >= Local(time.From)).Utc);
            var end = minutes.First(minute => minute.Local >= Local(time.To)).Utc;
            slot.End.Should().Be(end > slot.Start ? end : slot.Start + (time.To - time.From));

            DateTime Local(TimeSpan timeOfDay) => day.Date.ToDateTime(TimeOnly.MinValue) + timeOfDay;
        });

    [Fact]
    public void SlotAt_NextMinutes_BeginsWithTheRunningMinute()
    {
        var slot = new NextMinutes(60).SlotAt(Campus.Now.AddSeconds(59), Campus.Calendar);

        slot.Should().Be(new TimeSlot(Campus.At("14:12"), Campus.At("15:12")));
    }

    [Theory]
    [InlineData(9, 11, 10, 12)]
    [InlineData(9, 11, 23, 24)]
    public void StartingAt_AnotherTime_KeepsItsLengthWithinTheDay(int from, int to, int newFrom, int newTo) =>
        new DayTime(Campus.Today, TimeSpan.FromHours(from), TimeSpan.FromHours(to)).StartingAt(TimeSpan.FromHours(newFrom))
            .Should().Be(new DayTime(Campus.Today, TimeSpan.FromHours(newFrom), TimeSpan.FromHours(newTo)));

    private static TimeSpan Quarters(int count) => TimeSpan.FromMinutes(15 * count);

    /// <summary>What the clocks show, from before the day until after it.</summary>
    private static IEnumerable<(DateTime Utc, DateTime Local)> Minutes(CampusCalendar calendar, DateOnly date)
    {
        var noon = date.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
        for (var utc = noon.AddHours(-36); utc < noon.AddHours(48); utc = utc.AddMinutes(1))
        {
            yield return (utc, calendar.ToLocal(utc));
        }
    }
}
