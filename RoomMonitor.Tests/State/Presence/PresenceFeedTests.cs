using Microsoft.Extensions.Logging.Abstractions;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.RoomDetails.Presence;

namespace RoomMonitor.Tests.State.Presence;

public sealed class PresenceFeedTests
{
    private static readonly TimeSlot _slot = new(Campus.At("15:00"), Campus.At("16:00"));

    private readonly TrackedTimeProvider _clock = new(Campus.Now);
    private readonly RecordingDispatcher _dispatcher = new();
    private readonly RoomPresence _presence;

    public PresenceFeedTests() => _presence = new RoomPresence(_clock);

    [Fact]
    public async Task Enter_Twice_CountsOnceAndTellsAtOnce()
    {
        await using var feed = Create();

        feed.Enter(1);
        feed.Enter(1);

        _presence.ViewerCount.Should().Be(1);
        (await _dispatcher.NextAsync<PresenceChanged>()).Should().BeEquivalentTo(new PresenceChanged(1, 0, []));
    }

    [Fact]
    public async Task Changes_OfABurst_BecomeOneBatchAfterTheInterval()
    {
        await using var feed = Create();
        feed.Enter(1);
        await _dispatcher.NextAsync<PresenceChanged>();
        await _clock.TimerAsync(PresenceFeed.BatchInterval);

        using var other = _presence.Enter(1);
        using var another = _presence.Enter(1);
        other.Pick(_slot);
        _clock.Advance(PresenceFeed.BatchInterval - TimeSpan.FromMilliseconds(1));
        _dispatcher.IsEmpty.Should().BeTrue();
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        (await _dispatcher.NextAsync<PresenceChanged>()).Should().BeEquivalentTo(new PresenceChanged(1, 2, [_slot]));
        await _clock.TimerAsync(PresenceFeed.BatchInterval);
        _dispatcher.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task Enter_AnotherRoom_LeavesTheFirstAndTellsOnlyOfTheNewOne()
    {
        await using var feed = Create();
        feed.Enter(1);
        await _dispatcher.NextAsync<PresenceChanged>();
        await _clock.TimerAsync(PresenceFeed.BatchInterval);
        using var here = _presence.Enter(1);

        feed.Enter(2);
        feed.Leave(1);
        _clock.Advance(PresenceFeed.BatchInterval);
        var first = await _dispatcher.NextAsync<PresenceChanged>();
        await _clock.TimerAsync(PresenceFeed.BatchInterval);
        if (first.RoomId == 1)
        {
            // What was on its way when the room was left.
            _clock.Advance(PresenceFeed.BatchInterval);
            first = await _dispatcher.NextAsync<PresenceChanged>();
        }

        first.RoomId.Should().Be(2);
        here.Changes.TryRead(out var view).Should().BeTrue();
        view!.Others.Should().Be(0);
        _presence.ViewerCount.Should().Be(2);
    }

    [Fact]
    public async Task SetConnected_BeforeThePageOpens_CountsOnlyOnceItIsUp()
    {
        await using var feed = Create();
        using var other = _presence.Enter(1);
        feed.SetConnected(false);

        feed.Enter(1);
        Last(other).Others.Should().Be(0);
        feed.SetConnected(true);

        Last(other).Others.Should().Be(1);
    }

    [Fact]
    public async Task Pick_OfTheFeed_IsSeenByOthersUntilTheFormIsClosed()
    {
        await using var feed = Create();
        using var other = _presence.Enter(1);
        feed.Pick(_slot);
        feed.Enter(1);

        feed.Pick(_slot);
        Last(other).Picks.Should().Equal(_slot);
        feed.Pick(null);

        Last(other).Picks.Should().BeEmpty();
    }

    [Fact]
    public async Task DisposeAsync_WhileItWaits_LeavesAndDispatchesNothingMore()
    {
        var feed = Create();
        feed.Enter(1);
        await _dispatcher.NextAsync<PresenceChanged>();
        await _clock.TimerAsync(PresenceFeed.BatchInterval);
        using var other = _presence.Enter(1);

        await feed.DisposeAsync();
        await feed.DisposeAsync();
        feed.Enter(1);
        _clock.Advance(PresenceFeed.BatchInterval);

        _presence.ViewerCount.Should().Be(1);
        _dispatcher.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task DisposeAsync_OfManyWhileOthersCome_LeavesNobody()
    {
        await Parallel.ForAsync(0, 500, async (number, _) =>
        {
            var feed = Create();
            feed.Enter(1 + (number % 3));
            feed.Pick(_slot);
            await feed.DisposeAsync();
        });

        _presence.ViewerCount.Should().Be(0);
    }

    private static RoomPresenceView Last(RoomViewer viewer)
    {
        viewer.Changes.TryRead(out var view).Should().BeTrue();
        return view!;
    }

    private PresenceFeed Create() => new(_presence, _dispatcher, _clock, NullLogger<PresenceFeed>.Instance);
}
