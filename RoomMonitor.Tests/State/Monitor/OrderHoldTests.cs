using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Tests.State.Monitor;

public sealed class OrderHoldTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(TestBoard.Start);
    private readonly OrderHold _hold;
    private int _released;

    public OrderHoldTests() => _hold = new OrderHold(_clock, () => _released++);

    public void Dispose() => _hold.Dispose();

    [Fact]
    public void IsHeld_Untouched_IsFalse() => _hold.IsHeld.Should().BeFalse();

    [Fact]
    public void PointerMoved_InAndOut_HoldsForTwoSecondsMore()
    {
        _hold.PointerMoved(true);
        _clock.Advance(TimeSpan.FromMinutes(10));
        _hold.IsHeld.Should().BeTrue();

        _hold.PointerMoved(false);
        _clock.Advance(OrderHold.Patience - TimeSpan.FromMilliseconds(1));
        _hold.IsHeld.Should().BeTrue();
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        (_hold.IsHeld, _released).Should().Be((false, 1));
    }

    [Fact]
    public void PointerMoved_ByTouch_HoldsWhileTheReaderMayTouchAgain()
    {
        _hold.PointerMoved(true);
        _hold.PointerMoved(false, isTouch: true);
        _clock.Advance(OrderHold.TouchPatience - TimeSpan.FromMilliseconds(1));
        (_hold.IsHeld, _released).Should().Be((true, 0));
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        (_hold.IsHeld, _released).Should().Be((false, 1));
    }

    [Fact]
    public void PointerMoved_OutWhileFocusIsIn_StaysHeld()
    {
        _hold.FocusMoved(true);
        _hold.PointerMoved(true);
        _hold.PointerMoved(false);
        _clock.Advance(TimeSpan.FromMinutes(1));

        (_hold.IsHeld, _released).Should().Be((true, 0));
    }

    [Fact]
    public void FocusMoved_FromOneCardToTheNext_IsNeverReleased()
    {
        _hold.FocusMoved(true);
        _hold.FocusMoved(false);
        _hold.FocusMoved(true);
        _clock.Advance(TimeSpan.FromMinutes(1));

        (_hold.IsHeld, _released).Should().Be((true, 0));
    }
}
