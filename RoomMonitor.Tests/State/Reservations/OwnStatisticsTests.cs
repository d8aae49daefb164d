using RoomMonitor.Data.Statistics;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Reservations;

namespace RoomMonitor.Tests.State.Reservations;

public sealed class OwnStatisticsTests
{
    [Fact]
    public void Of_Uses_SumsTheMonthAndNamesTheRoomBookedMost()
    {
        RoomUse[] uses =
        [
            Use(1, "Room 1.04", "2026-10-20 10:00", "2026-10-20 12:00"),
            Use(1, "Room 1.04", "2026-10-27 10:00", "2026-10-27 12:00"),
            Use(2, "Aula", "2026-11-02 10:00", "2026-11-02 11:30"),
            Use(1, "Room 1.04", "2026-11-30 23:30", "2026-12-01 00:30"),
        ];

        OwnStatistics.Of(uses, Campus.Now, Campus.Calendar).Should().Be(new OwnStatistics(TimeSpan.FromMinutes(150), "Room 1.04", 3));
    }

    [Fact]
    public void Of_NoUses_IsNothing() => OwnStatistics.Of([], Campus.Now, Campus.Calendar).Should().Be(OwnStatistics.Nothing);

    [Fact]
    public void Span_HoldsTheMonthAndTheDaysBefore()
    {
        var span = OwnStatistics.Span(Campus.Now, Campus.Calendar);

        span.Start.Should().Be(Campus.Now.AddDays(-90));
        span.End.Should().Be(Campus.At("2026-12-01 00:00"));
    }

    private static RoomUse Use(int roomId, string name, string start, string end) => new(roomId, name, Campus.At(start), Campus.At(end));
}
