using System.Globalization;
using CsCheck;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.RoomDetails;

namespace RoomMonitor.Tests.Components.RoomDetails;

public sealed class CalendarWeekTests
{
    private static readonly DateOnly _today = new(2026, 11, 24);

    [Theory]
    [InlineData("en-GB", "2026-11-23", "Week 48, 23–29 November")]
    [InlineData("de-DE", "2026-11-23", "Woche 48, 23.–29. November")]
    [InlineData("en-US", "2026-11-22", "Week 48, November 22–28")]
    public void Of_Culture_BeginsAndReadsAsPeopleThereExpect(string culture, string first, string title)
    {
        using var reader = new InCulture(culture);

        var week = CalendarWeek.Of(_today);

        week.First.Should().Be(DateOnly.Parse(first, CultureInfo.InvariantCulture));
        week.Title(_today).Should().Be(title);
    }

    [Fact]
    public void Title_OverTheEndOfTheYear_TellsBothDatesAndTheYear()
    {
        using var reader = new InCulture("en-GB");

        CalendarWeek.Of(new DateOnly(2027, 1, 1)).Title(_today).Should().Be("Week 53, 28 December – 3 January 2027");
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("en-US")]
    [InlineData("ar-EG")]
    public void Monday_OfAnyDay_NamesTheSameWeek(string culture)
    {
        using var reader = new InCulture(culture);

        Gen.Int[0, 20_000].Sample(days =>
        {
            var date = new DateOnly(2000, 1, 1).AddDays(days);
            var week = CalendarWeek.Of(date);
            return week.Contains(date) && week.Contains(week.Monday) && week.Monday.DayOfWeek == DayOfWeek.Monday
                && CalendarWeek.Of(week.Monday) == week && week.Next.Previous == week && week.Days.Count() == 7;
        });
    }
}
