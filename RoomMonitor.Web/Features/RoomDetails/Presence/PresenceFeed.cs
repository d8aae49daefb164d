using Fluxor;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails.Presence;

/// <summary>
/// One circuit's part in <see cref="RoomPresence"/>: on which room's page it is, and what it is told, which reaches the store in batches
/// of at most one per <see cref="BatchInterval"/>. Scoped; a prerender never enters.
/// </summary>
public sealed partial class PresenceFeed(RoomPresence presence, IDispatcher dispatcher, TimeProvider clock, ILogger<PresenceFeed> logger) : IAsyncDisposable
{
    public static readonly TimeSpan BatchInterval = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private RoomViewer? _viewer;
    private Task _pump = Task.CompletedTask;
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
            var (viewer, before) = (_viewer, _pump);
            _pump = Task.Run(() => PumpAsync(viewer, before, _stop.Token));
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
        Task pump;
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            _viewer?.Dispose();
            _viewer = null;
            pump = _pump;
        }

        await _stop.CancelAsync();
        await pump;
        _stop.Dispose();
    }

    /// <summary>Begins when the pump of the room before has ended: its last word must not come after this one's first.</summary>
    private async Task PumpAsync(RoomViewer viewer, Task before, CancellationToken stop)
    {
        await before;
        try
        {
            await foreach (var view in viewer.Changes.ReadAllAsync(stop))
            {
                dispatcher.Dispatch(new PresenceChanged(viewer.RoomId, view.Others, view.Picks));
                await Task.Delay(BatchInterval, clock, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Disposed.
        }
        catch (Exception exception)
        {
            // A hint less on the page: nothing else depends on it.
            LogEnded(exception, viewer.RoomId);
        }
    }

    [LoggerMessage(EventId = 350, Level = LogLevel.Error, Message = "What others do on the page of room {RoomId} can't be told any more.")]
    private partial void LogEnded(Exception exception, int roomId);
}
