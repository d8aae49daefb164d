using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Domain.Time;

public sealed class TimeSlotTests
{
    private static readonly DateTime _noon = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Overlaps_SlotsThatTouch_IsFalse()
    {
        var first = new TimeSlot(_noon, _noon.AddHours(1));
        var second = new TimeSlot(_noon.AddHours(1), _noon.AddHours(2));

        first.Overlaps(second).Should().BeFalse();
        second.Contains(_noon.AddHours(1)).Should().BeTrue();
        first.Contains(_noon.AddHours(1)).Should().BeFalse();
    }

    [Fact]
    public void Constructor_EndBeforeStart_Throws()
    {
        var act = () => new TimeSlot(_noon, _noon);

        act.Should().Throw<ArgumentException>();
    }
}
