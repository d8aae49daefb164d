using CsCheck;
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
        second.Overlaps(first).Should().BeFalse();
        second.Contains(_noon.AddHours(1)).Should().BeTrue();
        first.Contains(_noon.AddHours(1)).Should().BeFalse();
    }

    [Fact]
    public void OverlapsAndContains_AnySmallSlots_AreThoseOfTheirTicks()
    {
        var slot = Gen.Select(Gen.Int[0, 8], Gen.Int[1, 4]);
        Gen.Select(slot, slot).Sample((a, b) =>
        {
            var ticksOfA = Enumerable.Range(a.Item1, a.Item2).ToList();
            var slotA = new TimeSlot(_noon.AddTicks(a.Item1), _noon.AddTicks(a.Item1 + a.Item2));
            var slotB = new TimeSlot(_noon.AddTicks(b.Item1), _noon.AddTicks(b.Item1 + b.Item2));

            slotA.Overlaps(slotB).Should().Be(ticksOfA.Intersect(Enumerable.Range(b.Item1, b.Item2)).Any());
            slotA.Contains(slotB.Start).Should().Be(ticksOfA.Contains(b.Item1));
            slotA.Length.Ticks.Should().Be(a.Item2);
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Constructor_EndNotAfterStart_Throws(int ticks)
    {
        var act = () => new TimeSlot(_noon, _noon.AddTicks(ticks));

        act.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(DateTimeKind.Local, DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Unspecified, DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Utc, DateTimeKind.Local)]
    [InlineData(DateTimeKind.Utc, DateTimeKind.Unspecified)]
    public void Constructor_NotUtc_Throws(DateTimeKind start, DateTimeKind end)
    {
        var act = () => new TimeSlot(DateTime.SpecifyKind(_noon, start), DateTime.SpecifyKind(_noon.AddHours(1), end));

        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Equals_SameBounds_IsTrue()
    {
        new TimeSlot(_noon, _noon.AddHours(1)).Should().Be(new TimeSlot(_noon, _noon.AddHours(1)));
        new TimeSlot(_noon, _noon.AddHours(1)).Should().NotBe(new TimeSlot(_noon, _noon.AddHours(2)));
    }
}
