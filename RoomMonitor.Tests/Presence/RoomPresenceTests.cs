using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.RoomDetails.Presence;

namespace RoomMonitor.Tests.Presence;

public sealed class RoomPresenceTests
{
    private static readonly TimeSlot _slot = new(Campus.At("15:00"), Campus.At("16:00"));
    private static readonly TimeSlot _later = new(Campus.At("17:00"), Campus.At("18:00"));

    private readonly FakeTimeProvider _clock = new(Campus.Now);
    private readonly RoomPresence _presence;

    public RoomPresenceTests() => _presence = new RoomPresence(_clock);

    [Fact]
    public void Enter_SameRoom_EachIsToldOfTheOthers()
    {
        using var first = _presence.Enter(1);
        Last(first).Others.Should().Be(0);

        using var second = _presence.Enter(1);
        using var third = _presence.Enter(1);

        new[] { first, second, third }.Select(viewer => Last(viewer).Others).Should().Equal(2, 2, 2);
    }

    [Fact]
    public void Enter_AnotherRoom_IsNobodysBusiness()
    {
        using var here = _presence.Enter(1);
        Last(here);

        using var there = _presence.Enter(2);
        there.Hold(_slot);

        here.Changes.TryRead(out _).Should().BeFalse();
    }

    [Fact]
    public void Dispose_Twice_LeavesOnce()
    {
        using var first = _presence.Enter(1);
        var second = _presence.Enter(1);

        second.Dispose();
        second.Dispose();

        Last(first).Others.Should().Be(0);
        _presence.ViewerCount.Should().Be(1);
        second.Changes.Completion.IsCompleted.Should().BeFalse("what was told before may still be read");
        second.Changes.TryRead(out _).Should().BeTrue();
        second.Changes.Completion.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public void SetConnected_Down_LeavesAndComesBack()
    {
        using var first = _presence.Enter(1);
        using var second = _presence.Enter(1);
        second.Hold(_slot);

        second.SetConnected(false);
        var alone = Last(first);
        second.SetConnected(true);

        alone.Others.Should().Be(0);
        alone.Holds.Should().BeEmpty();
        Last(first).Should().BeEquivalentTo(new RoomPresenceView(1, [_slot]));
    }

    [Fact]
    public void Hold_Slot_IsSeenByTheOthersAlone()
    {
        using var holder = _presence.Enter(1);
        using var other = _presence.Enter(1);

        holder.Hold(_slot);

        Last(other).Holds.Should().Equal(_slot);
        Last(holder).Holds.Should().BeEmpty();
        holder.Hold(_later);
        Last(other).Holds.Should().Equal(_later);
    }

    [Fact]
    public void Hold_SlotOfTwo_IsOneHint()
    {
        using var one = _presence.Enter(1);
        using var two = _presence.Enter(1);
        using var other = _presence.Enter(1);

        one.Hold(_slot);
        two.Hold(_slot);

        Last(other).Holds.Should().Equal(_slot);
        Last(one).Holds.Should().Equal(_slot);
        one.Release();
        Last(other).Holds.Should().Equal(_slot);
    }

    [Fact]
    public void Hold_NotUsedAnyMore_EndsAfterNinetySeconds()
    {
        using var holder = _presence.Enter(1);
        using var other = _presence.Enter(1);
        holder.Hold(_slot);
        _clock.Advance(TimeSpan.FromSeconds(60));

        holder.Hold(_slot);
        _clock.Advance(TimeSpan.FromSeconds(89));
        Last(other).Holds.Should().Equal(_slot);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Last(other).Holds.Should().BeEmpty();
    }

    [Fact]
    public void Hold_Renewed_TellsNobodyAgain()
    {
        using var holder = _presence.Enter(1);
        using var other = _presence.Enter(1);
        holder.Hold(_slot);
        Last(other);

        holder.Hold(_slot);

        other.Changes.TryRead(out _).Should().BeFalse();
    }

    [Fact]
    public void Hold_FormIsClosedOrPageIsLeft_EndsAtOnce()
    {
        var holder = _presence.Enter(1);
        using var other = _presence.Enter(1);

        holder.Hold(_slot);
        holder.Release();
        Last(other).Holds.Should().BeEmpty();
        holder.Hold(_slot);
        holder.Dispose();

        Last(other).Should().BeEquivalentTo(new RoomPresenceView(0, []));
        holder.Hold(_slot);
        other.Changes.TryRead(out _).Should().BeFalse("who has left holds nothing");
    }

    [Fact]
    public async Task Parallel_ManyComeHoldAndLeave_NothingIsLeftAndTheLastWordIsRight()
    {
        using var watcher = _presence.Enter(1);
        using var stayer = _presence.Enter(1);
        await Parallel.ForAsync(0, 2_000, async (number, _) =>
        {
            using var viewer = _presence.Enter(1 + (number % 2));
            viewer.Hold(_slot);
            viewer.SetConnected(number % 3 == 0);
            await Task.Yield();
            if (number % 5 == 0)
            {
                viewer.Release();
            }
        });

        _presence.ViewerCount.Should().Be(2);
        Last(watcher).Should().BeEquivalentTo(new RoomPresenceView(1, []));
    }

    private static RoomPresenceView Last(RoomViewer viewer)
    {
        viewer.Changes.TryRead(out var view).Should().BeTrue();
        return view!;
    }
}
