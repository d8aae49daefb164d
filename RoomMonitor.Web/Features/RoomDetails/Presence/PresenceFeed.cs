using Fluxor;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Features.RoomDetails.Presence;

/// <summary>
/// One circuit's part in <see cref="RoomPresence"/>: on which room's page it is, and what it is told, which reaches the store in batches
/// of at most one per <see cref="BatchInterval"/>. Scoped; a prerender never enters.
/// </summary>
public sealed partial class PresenceFeed(RoomPresence presence, IDispatcher dispatcher, TimeProvider clock, ILogger<PresenceFeed> logger) : IAsyncDisposable
{
    public static readonly TimeSpan BatchInterval = TimeSpan.FromMilliseconds(100);

    private readonly FeedLoop _loop = new();
    private readonly Lock _gate = new();
    private RoomViewer? _viewer;
    private bool _isConnected = true;
    private bool _isDisposed;

    /// <summary>The room's page is open in this circuit, after its first interactive render.</summary>
    public void Enter(int roomId)
    {
        lock (_gate)
        {
            if (_isDisposed || _viewer?.RoomId == roomId)
            {
                return;
            }

            _viewer?.Dispose();
            _viewer = presence.Enter(roomId);
            _viewer.SetConnected(_isConnected);
            var viewer = _viewer;
            _loop.StartNext(stop => FollowAsync(viewer, stop), exception => Ended(exception, roomId));
        }
    }

    /// <summary>The room's page was left; nothing where another one is open by now.</summary>
    public void Leave(int roomId)
    {
        lock (_gate)
        {
            if (_viewer?.RoomId == roomId)
            {
                _viewer.Dispose();
                _viewer = null;
            }
        }
    }

    /// <summary>The form of the open room stands on a slot and was used just now; null when it is closed.</summary>
    public void Pick(TimeSlot? slot)
    {
        lock (_gate)
        {
            if (slot is { } picked)
            {
                _viewer?.Pick(picked);
            }
            else
            {
                _viewer?.Release();
            }
        }
    }

    /// <summary>Whether the circuit's connection is up.</summary>
    public void SetConnected(bool isConnected)
    {
        lock (_gate)
        {
            _isConnected = isConnected;
            _viewer?.SetConnected(isConnected);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _viewer?.Dispose();
            _viewer = null;
        }

        await _loop.DisposeAsync();
    }

    private async Task FollowAsync(RoomViewer viewer, CancellationToken stop)
    {
        await foreach (var view in viewer.Changes.ReadAllAsync(stop))
        {
            dispatcher.Dispatch(new PresenceChanged(viewer.RoomId, view.Others, view.Picks));
            await Task.Delay(BatchInterval, clock, stop);
        }
    }

    /// <summary>A hint less on the page: nothing else depends on it.</summary>
    private Task Ended(Exception exception, int roomId)
    {
        LogEnded(exception, roomId);
        return Task.CompletedTask;
    }

    [LoggerMessage(EventId = 350, Level = LogLevel.Error, Message = "What others do on the page of room {RoomId} can't be told any more.")]
    private partial void LogEnded(Exception exception, int roomId);
}
