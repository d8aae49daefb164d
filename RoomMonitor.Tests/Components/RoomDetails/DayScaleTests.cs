using CsCheck;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.RoomDetails;
using static RoomMonitor.Tests.Support.Campus;
using CultureInfo = System.Globalization.CultureInfo;

namespace RoomMonitor.Tests.Components.RoomDetails;

public sealed class DayScaleTests
{
    private const double Hour = 100.0 / 14;

    // Ordinary days and those of a clock change: by an hour at night, by half an hour, at midnight itself.
    private static readonly Gen<(string Zone, string Date)> _day = Gen.OneOf(
        ("Europe/Lisbon", "2026-03-29"),
        ("Europe/Lisbon", "2026-10-25"),
        ("Europe/Lisbon", "2026-11-24"),
        ("America/Chicago", "2026-03-08"),
        ("America/Chicago", "2026-11-01"),
        ("Australia/Lord_Howe", "2026-04-05"),
        ("Australia/Lord_Howe", "2026-10-04"),
        ("America/Santiago", "2026-09-06"),
        ("America/Santiago", "2026-04-05"));

    private static readonly Gen<DayScale> _scale = Gen.Select(_day, Gen.Int[0, 12], Gen.Int[1, 12]).Select((day, first, hours) =>
        DayScale.Of(CampusCalendar.Of(day.Zone), DateOnly.Parse(day.Date, CultureInfo.InvariantCulture), first, first + hours));

    [Fact]
    public void At_OrdinaryDay_IsTheShareOfTheOpeningHours()
    {
        var scale = DayScale.Of(Calendar, Today);

        scale.At(At("07:00")).Should().Be(0);
        scale.At(At("14:30")).Should().BeApproximately(7.5 * Hour, 1e-9);
        scale.At(At("21:00")).Should().Be(100);
        scale.At(At("03:00")).Should().Be(0);
        scale.EndAt(At("23:00")).Should().Be(100);
        scale.IsEven.Should().BeTrue();
    }

    [Fact]
    public void At_HourThatTheClockSkips_StaysEmpty()
    {
        // Lisbon: 01:00 becomes 02:00.
        var scale = DayScale.Of(Calendar, new DateOnly(2026, 3, 29), 0, 4);
        var jump = At("2026-03-29 02:00");

        scale.EndAt(jump).Should().Be(25, "what ends there ends before the hour that is missing");
        scale.At(jump).Should().Be(50, "what begins there begins after it");
        scale.IsEven.Should().BeFalse();
    }

    [Fact]
    public void At_HourThatTheClockRepeats_HoldsBoth()
    {
        // Lisbon: 02:00 becomes 01:00 again.
        var scale = DayScale.Of(Calendar, new DateOnly(2026, 10, 25), 0, 4);
        var first = At("2026-10-25 01:00");

        scale.At(first).Should().Be(25);
        scale.At(first.AddHours(1)).Should().Be(37.5, "the clock shows 01:00 a second time");
        scale.At(first.AddHours(2)).Should().Be(50);
    }

    [Fact]
    public void At_AnyDay_NeverRunsBackwards() => Gen.Select(_scale, Gen.Int[-200, 1700], Gen.Int[0, 600]).Sample((scale, minutes, later) =>
    {
        var instant = scale.From.AddMinutes(minutes);
        var (one, other) = (scale.At(instant), scale.At(instant.AddMinutes(later)));
        return one is >= 0 and <= 100 && other is >= 0 and <= 100 && one <= other && scale.EndAt(instant) <= scale.EndAt(instant.AddMinutes(later));
    });

    [Fact]
    public void Slot_AnyOnTheScale_HasALength() => Gen.Select(_scale, Gen.Int[-200, 1700], Gen.Int[1, 600]).Sample((scale, minutes, length) =>
    {
        var slot = new TimeSlot(scale.From.AddMinutes(minutes), scale.From.AddMinutes(minutes + length));
        return !scale.Shows(slot) || scale.EndAt(slot.End) > scale.At(slot.Start);
    });

    [Fact]
    public void At_InstantsThatTouch_TouchUnlessTheClockJumps() => Gen.Select(_scale, Gen.Int[-200, 1700]).Sample((scale, minutes) =>
    {
        var instant = scale.From.AddMinutes(minutes);
        return Math.Abs(scale.At(instant) - scale.EndAt(instant)) < 1e-9 || !scale.IsEven;
    });

    [Fact]
    public void Lines_AnyDay_AreTheHoursOfTheClock() => Gen.Select(_day, Gen.Int[0, 23]).Sample((day, hour) =>
    {
        var calendar = CampusCalendar.Of(day.Zone);
        var scale = DayScale.Of(calendar, DateOnly.Parse(day.Date, CultureInfo.InvariantCulture), 0, 24);
        return !calendar.TryToUtc(scale.Date.ToDateTime(new TimeOnly(hour, 0)), out var instant) || Math.Abs(scale.At(instant) - (hour * 100.0 / 24)) < 1e-9;
    });
}
