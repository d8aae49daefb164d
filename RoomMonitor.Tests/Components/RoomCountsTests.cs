using RoomMonitor.Web.Rooms;

using static RoomMonitor.Tests.Support.Campus;

namespace RoomMonitor.Tests.Components;

public sealed class RoomCountsTests
{
    [Fact]
    public void Of_RoomsInEachStatus_CountsThem()
    {
        var counts = RoomCounts.Of(
            [
                Room(1, "Free for long", "Main", 10, Reservation("15:12", "16:00")),
                Room(2, "Free for a moment", "Main", 10, Reservation("15:11", "16:00")),
                Room(3, "Free all day", "Library", 10),
                Room(4, "Ends later", "Library", 10, Reservation("13:00", "14:25")),
                Room(5, "Ends first", "Library", 10, Reservation("13:00", "14:20")),
                Room(6, "Occupied", "Garden", 30, Reservation("13:00", "16:00", attendees: 27)),
                Room(7, "Closed", "Garden", 8, Blackout("08:00", "20:00")),
            ],
            Now);

        counts.Should().Be(new RoomCounts(
            Rooms: 7, Buildings: 3, Available: 3, AvailableForAnHour: 2, EndingSoon: 2, NextFreeRoom: "Ends first", NextFreeAt: At("14:20"),
            Occupied: 2, SeatsTaken: 27, SeatsInUse: 38));
    }

    [Fact]
    public void Of_NoRooms_IsEmpty() => RoomCounts.Of([], Now).Should().Be(RoomCounts.Empty);
}
