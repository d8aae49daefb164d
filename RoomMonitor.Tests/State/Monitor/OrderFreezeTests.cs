using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Tests.State.Monitor;

public sealed class OrderFreezeTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(TestBoard.Start);
    private readonly OrderFreeze _freeze;
    private int _released;

    public OrderFreezeTests() => _freeze = new OrderFreeze(_clock, () => _released++);

    public void Dispose() => _freeze.Dispose();

    [Fact]
    public void IsFrozen_Untouched_IsFalse() => _freeze.IsFrozen.Should().BeFalse();

    [Fact]
    public void PointerMoved_InAndOut_FreezesForTwoSecondsMore()
    {
        _freeze.PointerMoved(true);
        _clock.Advance(TimeSpan.FromMinutes(10));
        _freeze.IsFrozen.Should().BeTrue();

        _freeze.PointerMoved(false);
        _clock.Advance(OrderFreeze.Patience - TimeSpan.FromMilliseconds(1));
        _freeze.IsFrozen.Should().BeTrue();
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        (_freeze.IsFrozen, _released).Should().Be((false, 1));
    }

    [Fact]
    public void PointerMoved_ByTouch_FreezesWhileTheReaderMayTouchAgain()
    {
        _freeze.PointerMoved(true);
        _freeze.PointerMoved(false, isTouch: true);
        _clock.Advance(OrderFreeze.TouchPatience - TimeSpan.FromMilliseconds(1));
        (_freeze.IsFrozen, _released).Should().Be((true, 0));
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        (_freeze.IsFrozen, _released).Should().Be((false, 1));
    }

    [Fact]
    public void PointerMoved_OutWhileFocusIsIn_StaysFrozen()
    {
        _freeze.FocusMoved(true);
        _freeze.PointerMoved(true);
        _freeze.PointerMoved(false);
        _clock.Advance(TimeSpan.FromMinutes(1));

        (_freeze.IsFrozen, _released).Should().Be((true, 0));
    }

    [Fact]
    public void FocusMoved_FromOneCardToTheNext_IsNeverReleased()
    {
        _freeze.FocusMoved(true);
        _freeze.FocusMoved(false);
        _freeze.FocusMoved(true);
        _clock.Advance(TimeSpan.FromMinutes(1));

        (_freeze.IsFrozen, _released).Should().Be((true, 0));
    }
}
