using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Rooms;
using static RoomMonitor.Tests.Support.Campus;

namespace RoomMonitor.Tests.Components;

public sealed class RoomWordsTests
{
    [Theory]
    [InlineData("15:30", "Free until 15:30")]
    [InlineData("2026-11-25 00:00", "Free until Wed 00:00")]
    [InlineData("2026-11-25 09:00", "Free until Wed 09:00")]
    [InlineData("2026-11-30 23:45", "Free until Mon 23:45")]
    [InlineData("2026-12-01 08:00", "Free until Tue 1 Dec 08:00")]
    public void Availability_FreeRoomWithNextReservation_SaysUntilWhen(string start, string expected)
    {
        var room = Room(Reservation(start, "2026-12-01 12:00"));

        RoomWords.Availability(room.Status, Calendar, Now).Should().Be(expected);
    }

    [Fact]
    public void Availability_NothingInTheNextSevenDays_IsFreeAllDay() =>
        RoomWords.Availability(Room(Reservation("10:00", "13:00")).Status, Calendar, Now).Should().Be("Free all day");

    [Theory]
    [InlineData("16:00", "Next free 16:00")]
    [InlineData("14:20", "Next free 14:20")]
    [InlineData("2026-11-25 08:00", "Next free Wed 08:00")]
    public void Availability_HeldRoom_SaysWhenNextFree(string end, string expected) =>
        RoomWords.Availability(Room(Reservation("13:00", end)).Status, Calendar, Now).Should().Be(expected);

    [Fact]
    public void When_OnTheDayOfTheClockChange_IsOnTheCampusClock()
    {
        // 28 March 2027: Lisbon goes to summer time at 01:00, so 09:00 there is 08:00 UTC.
        var now = new DateTime(2027, 3, 28, 0, 30, 0, DateTimeKind.Utc);

        RoomWords.When(now.AddHours(7.5), Calendar, now).Should().Be("09:00");
    }

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(1, "1 min")]
    [InlineData(60, "1 min")]
    [InlineData(61, "2 min")]
    [InlineData(59 * 60, "59 min")]
    [InlineData(60 * 60, "1 h")]
    [InlineData((60 * 60) + 1, "1 h 1 min")]
    [InlineData(78 * 60, "1 h 18 min")]
    [InlineData(24 * 60 * 60, "1 d")]
    [InlineData(((27 * 60) + 30) * 60, "1 d 3 h")]
    public void Duration_RoundsUpToTheMinute(int seconds, string expected) =>
        CampusFormats.Duration(TimeSpan.FromSeconds(seconds)).Should().Be(expected);

    [Theory]
    [InlineData(CountdownForm.FreeIn, "15:00", "free in", "48 min")]
    [InlineData(CountdownForm.FreeIn, "14:12", "free", "now")]
    [InlineData(CountdownForm.FreeFor, "16:30", "free for", "2 h 18 min")]
    [InlineData(CountdownForm.FreeFor, "23:59", "free for", "9 h 47 min")]
    [InlineData(CountdownForm.FreeFor, "2026-11-25 00:00", "", "free rest of the day")]
    [InlineData(CountdownForm.FreeFor, "2026-11-25 14:11", "", "free rest of the day")]
    [InlineData(CountdownForm.FreeIn, "2026-11-26 06:12", "", "taken rest of the day")]
    [InlineData(CountdownForm.Today, "2026-11-25 06:40", "", "rest of the day")]
    [InlineData(CountdownForm.Today, "14:20", "", "8 min")]
    [InlineData(CountdownForm.Today, null, "", "–")]
    [InlineData(CountdownForm.Brief, "2026-11-25 06:40", "", "16 h 28 min")]
    [InlineData(CountdownForm.FreeFor, "2026-11-25 14:12", "", "free all day")]
    [InlineData(CountdownForm.FreeFor, null, "", "free all day")]
    [InlineData(CountdownForm.Brief, "14:20", "", "8 min")]
    [InlineData(CountdownForm.Brief, null, "", "–")]
    public void Countdown_EachForm_ReadsAsDesigned(CountdownForm form, string? until, string prefix, string value) =>
        RoomWords.Countdown(form, until is null ? null : At(until), Now, Calendar).Should().Be((prefix, value));

    [Fact]
    public void Seats_InUse_AreAttendeesOfCapacity() =>
        RoomWords.Seats(Room(Reservation("14:00", "15:00", attendees: 9)).Status).Should().Be("9 of 12");

    [Fact]
    public void Seats_FreeRoom_IsCapacity() => RoomWords.Seats(Room().Status).Should().Be("12 seats");

    [Fact]
    public void Seats_UnknownCapacity_AreUnknownAndNotZero()
    {
        RoomWords.Seats(Room(1, "Lab", "Main", 0).Status).Should().Be("seats unknown");
        RoomWords.Seats(Room(1, "Lab", "Main", 0, Reservation("14:00", "15:00", attendees: 1)).Status).Should().Be("1 person, seats unknown");
    }

    [Fact]
    public void Seats_ClosedRoom_IsClosed() => RoomWords.Seats(Room(Blackout("08:00", "18:00")).Status).Should().Be("Closed");

    [Fact]
    public void LastKnown_OfAnEndingRoom_TellsStatusAndTime() =>
        RoomWords.LastKnown(Room(Reservation("14:00", "14:20")).Status, Calendar, At("14:08")).Should().Be("Was ending soon at 14:08");

    [Fact]
    public void Announcement_TellsRoomStatusAndTime()
    {
        var status = Room(Reservation("14:00", "15:00")).Status;

        RoomWords.Announcement(status, isStale: false, Calendar, Now).Should().Be("Room 1.04: occupied. Next free 15:00");
        RoomWords.Announcement(status, isStale: true, Calendar, Now).Should().Be("Room 1.04: unknown. No news from this room");
    }
}
