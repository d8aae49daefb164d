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
        there.Pick(_slot);

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
        second.Pick(_slot);

        second.SetConnected(false);
        var alone = Last(first);
        second.SetConnected(true);

        alone.Others.Should().Be(0);
        alone.Picks.Should().BeEmpty();
        Last(first).Should().BeEquivalentTo(new RoomPresenceView(1, [_slot]));
    }

    [Fact]
    public void Pick_Slot_IsSeenByTheOthersAlone()
    {
        using var picker = _presence.Enter(1);
        using var other = _presence.Enter(1);

        picker.Pick(_slot);

        Last(other).Picks.Should().Equal(_slot);
        Last(picker).Picks.Should().BeEmpty();
        picker.Pick(_later);
        Last(other).Picks.Should().Equal(_later);
    }

    [Fact]
    public void Pick_SlotOfTwo_IsOneHint()
    {
        using var one = _presence.Enter(1);
        using var two = _presence.Enter(1);
        using var other = _presence.Enter(1);

        one.Pick(_slot);
        two.Pick(_slot);

        Last(other).Picks.Should().Equal(_slot);
        Last(one).Picks.Should().Equal(_slot);
        one.Release();
        Last(other).Picks.Should().Equal(_slot);
    }

    [Fact]
    public void Pick_NotUsedAnyMore_EndsAfterNinetySeconds()
    {
        using var picker = _presence.Enter(1);
        using var other = _presence.Enter(1);
        picker.Pick(_slot);
        _clock.Advance(TimeSpan.FromSeconds(60));

        picker.Pick(_slot);
        _clock.Advance(TimeSpan.FromSeconds(89));
        Last(other).Picks.Should().Equal(_slot);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Last(other).Picks.Should().BeEmpty();
    }

    [Fact]
    public void Pick_Renewed_TellsNobodyAgain()
    {
        using var picker = _presence.Enter(1);
        using var other = _presence.Enter(1);
        picker.Pick(_slot);
        Last(other);

        picker.Pick(_slot);

        other.Changes.TryRead(out _).Should().BeFalse();
    }

    [Fact]
    public void Pick_FormIsClosedOrPageIsLeft_EndsAtOnce()
    {
        var picker = _presence.Enter(1);
        using var other = _presence.Enter(1);

        picker.Pick(_slot);
        picker.Release();
        Last(other).Picks.Should().BeEmpty();
        picker.Pick(_slot);
        picker.Dispose();

        Last(other).Should().BeEquivalentTo(new RoomPresenceView(0, []));
        picker.Pick(_slot);
        other.Changes.TryRead(out _).Should().BeFalse("who has left picks nothing");
    }

    [Fact]
    public async Task Parallel_ManyComePickAndLeave_NothingIsLeftAndTheLastWordIsRight()
    {
        using var watcher = _presence.Enter(1);
        using var stayer = _presence.Enter(1);
        await Parallel.ForAsync(0, 2_000, async (number, _) =>
        {
            using var viewer = _presence.Enter(1 + (number % 2));
            viewer.Pick(_slot);
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
