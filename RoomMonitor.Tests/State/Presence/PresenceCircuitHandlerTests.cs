using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.RoomDetails.Presence;

namespace RoomMonitor.Tests.State.Presence;

public sealed class PresenceCircuitHandlerTests
{
    [Fact]
    public async Task Connection_DownAndUp_LeavesTheOthersAndComesBack()
    {
        var clock = new FakeTimeProvider(Campus.Now);
        var presence = new RoomPresence(clock);
        await using var feed = new PresenceFeed(presence, new RecordingDispatcher(), clock, NullLogger<PresenceFeed>.Instance);
        var handler = new PresenceCircuitHandler(feed);
        feed.Enter(1);
        using var other = presence.Enter(1);

        await handler.OnConnectionDownAsync(null!, default);
        Others(other).Should().Be(0);
        await handler.OnConnectionUpAsync(null!, default);

        Others(other).Should().Be(1);
    }

    private static int Others(RoomViewer viewer)
    {
        viewer.Changes.TryRead(out var view).Should().BeTrue();
        return view!.Others;
    }
}
