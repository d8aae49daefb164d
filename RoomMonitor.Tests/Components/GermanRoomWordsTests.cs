using System.Text.Json;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Shell;
using static RoomMonitor.Tests.Support.Campus;

namespace RoomMonitor.Tests.Components;

/// <summary>What <see cref="RoomWordsTests"/> says in English, for a reader of another language.</summary>
public sealed class GermanRoomWordsTests : IDisposable
{
    private readonly InCulture _culture = new("de-DE");

    public void Dispose() => _culture.Dispose();

    [Theory]
    [InlineData("15:30", "Frei bis 15:30")]
    [InlineData("2026-11-25 09:00", "Frei bis Mi 09:00")]
    public void Availability_Free_SaysUntilWhen(string start, string expected) =>
        RoomWords.Availability(Room(Reservation(start, "2026-12-01 12:00")).Status, Calendar, Now).Should().Be(expected);

    [Fact]
    public void Held_SaysWhenAndHowMany()
    {
        var status = Room(Reservation("14:00", "15:00")).Status;

        RoomWords.Availability(status, Calendar, Now).Should().Be("Wieder frei ab 15:00");
        RoomWords.Announcement(status, isStale: false, Calendar, Now).Should().Be("Room 1.04: belegt. Wieder frei ab 15:00");
        RoomWords.Countdown(CountdownForm.FreeIn, At("15:00"), Now, Calendar).Should().Be(("frei in", "48 min"));
        RoomWords.Countdown(CountdownForm.FreeFor, At("2026-11-25 06:40"), Now, Calendar).Should().Be(("", "bis Tagesende frei"));
        RoomWords.Seats(status).Should().Be("9 von 12");
        RoomWords.ReservationsToday(status).Should().Be("Heute 1 Reservierung");
    }

    [Fact]
    public void DayStrip_IsDescribedInGerman() =>
        DayStripGeometry.Of(Room(Reservation("14:00", "15:00", isPending: true)).Schedule, Calendar, Today, Now).Description
            .Should().Be("Heute: 14:00 bis 15:00, wartet auf Genehmigung");

    [Fact]
    public void BrowserTexts_AreInTheReadersLanguageAndItsPatterns()
    {
        var page = JsonDocument.Parse(BrowserTexts.Json()).RootElement;

        page.GetProperty("texts").GetProperty("asOf").GetString().Should().Be("Stand {0}");
        page.GetProperty("time").GetString().Should().Be("HH:mm");
        page.GetProperty("day").GetString().Should().Be("ddd d. MMM");
        page.GetProperty("weekdays")[0].GetString().Should().Be("So");
    }

    [Fact]
    public void Texts_AfterAnotherReader_AreNotKept()
    {
        var room = Room(Reservation("14:00", "15:00"));
        var german = RoomWords.Availability(room.Status, Calendar, Now);

        using (new InCulture("en-US"))
        {
            RoomWords.Availability(room.Status, Calendar, Now).Should().Be("Next free 3:00\u202fPM");
        }

        RoomWords.Availability(room.Status, Calendar, Now).Should().Be(german);
    }
}
