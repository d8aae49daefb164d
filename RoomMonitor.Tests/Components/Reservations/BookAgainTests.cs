using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State.Reservations;
using RoomMonitor.Web.Features.Reservations;
using static RoomMonitor.Tests.Support.Campus;

namespace RoomMonitor.Tests.Components.Reservations;

public sealed class BookAgainTests
{
    /// <summary>By the campus clock, also over midnight, over days, and where the clocks are set forward (28 March 2027) within it.</summary>
    [Theory]
    [InlineData("2026-11-23 22:00", "2026-11-24 02:00", "start=2026-11-30T22:00:00Z&end=2026-12-01T02:00:00Z")]
    [InlineData("2026-11-16 09:00", "2026-11-18 17:00", "start=2026-11-30T09:00:00Z&end=2026-12-02T17:00:00Z")]
    [InlineData("2027-03-20 20:00", "2027-03-21 12:00", "start=2027-03-27T20:00:00Z&end=2027-03-28T11:00:00Z")]
    public void Href_OverMidnight_KeepsBothEndsOnTheClock(string start, string end, string query)
    {
        var reservation = OwnReservations.Of(7, 0, 60) with { Slot = new TimeSlot(At(start), At(end)) };
        var now = reservation.Slot.Start > Now ? reservation.Slot.End : Now;

        BookAgain.Href(reservation, Calendar, now).Should().StartWith($"rooms/1?{query}");
    }
}
