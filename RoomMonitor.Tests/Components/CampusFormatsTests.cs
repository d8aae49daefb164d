using System.Globalization;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Booking;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Features.RoomDetails;
using RoomMonitor.Web.Parts;
using static RoomMonitor.Tests.Support.Campus;
using Campus = RoomMonitor.Tests.Support.Campus;

namespace RoomMonitor.Tests.Components;

/// <summary>How times are written that end at midnight, after it or days later: everywhere, by the same words.</summary>
public sealed class CampusFormatsTests : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _language);

    [Theory]
    [InlineData("en-GB", "14:15", "15:15", "14:15–15:15", "Tue 24 Nov, 14:15–15:15")]
    [InlineData("en-GB", "20:00", "2026-11-25 00:00", "20:00–24:00", "Tue 24 Nov, 20:00–24:00")]
    [InlineData("en-GB", "00:00", "2026-11-25 00:00", "00:00–24:00", "Tue 24 Nov, 00:00–24:00")]
    [InlineData("en-GB", "15:48", "2026-11-25 15:48", "Tue 24 Nov 15:48 – Wed 25 Nov 15:48", "Tue 24 Nov 15:48 – Wed 25 Nov 15:48")]
    [InlineData("en-GB", "09:00", "2026-11-27 00:00", "Tue 24 Nov 09:00 – Thu 26 Nov 24:00", "Tue 24 Nov 09:00 – Thu 26 Nov 24:00")]
    [InlineData("de-DE", "20:00", "2026-11-25 00:00", "20:00–24:00", "Di 24. Nov., 20:00–24:00")]
    [InlineData("en-US", "20:00", "2026-11-25 00:00", "8:00 PM–12:00 AM", "Tue Nov 24, 8:00 PM–12:00 AM")]
    [InlineData("en-US", "09:00", "2026-11-27 00:00", "Tue Nov 24 9:00 AM – Fri Nov 27 12:00 AM", "Tue Nov 24 9:00 AM – Fri Nov 27 12:00 AM")]
    public void Range_OverMidnight_NamesBothDays(string culture, string start, string end, string range, string dated)
    {
        Speak(culture);
        var slot = new TimeSlot(At(start), At(end));

        Plain(CampusFormats.Range(slot, Campus.Calendar)).Should().Be(range);
        Plain(CampusFormats.DatedRange(slot, Campus.Calendar)).Should().Be(dated);
    }

    [Fact]
    public void When_EndsAtMidnight_IsOfItsDay()
    {
        Speak("en-GB");
        var slot = new TimeSlot(At("20:00"), At("2026-11-25 00:00"));

        Plain(BookingWords.When(slot, Campus.Calendar, Now)).Should().Be("Today 20:00–24:00");
        Plain(ToastTimes.When(slot, Campus.Calendar, Now)).Should().Be("Today, 20:00–24:00");
    }

    /// <summary>Of a reservation over days, a day shows its part: never "15:48–15:48".</summary>
    [Theory]
    [InlineData("2026-11-23 15:48", "2026-11-25 15:48", "all day")]
    [InlineData("2026-11-23 15:48", "15:48", "until 15:48")]
    [InlineData("2026-11-23 15:48", "2026-11-25 00:00", "until 24:00")]
    [InlineData("15:48", "2026-11-25 15:48", "from 15:48")]
    [InlineData("15:48", "2026-11-25 00:00", "15:48–24:00")]
    public void DayTimes_OverMidnight_TellTheDaysPart(string start, string end, string words)
    {
        Speak("en-GB");

        Plain(DayTimes.Of(new TimeSlot(At(start), At(end)), Campus.Calendar.Day(Today), Campus.Calendar)).Should().Be(words);
    }

    private static void Speak(string culture) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    private static string Plain(string text) => text.Replace("\u2060", "", StringComparison.Ordinal).Replace('\u202f', ' ');
}
