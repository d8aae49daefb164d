using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace RoomMonitor.Web.Rooms;

/// <summary>js/room-monitor-grid.js for one grid. Every call does nothing once the browser is gone.</summary>
internal sealed class RoomMonitorGridModule : IAsyncDisposable
{
    private readonly Func<MonitorViewport, Task> _onViewportChanged;
    private readonly DotNetObjectReference<RoomMonitorGridModule> _self;
    private IJSObjectReference? _grid;

    private RoomMonitorGridModule(Func<MonitorViewport, Task> onViewportChanged)
    {
        _onViewportChanged = onViewportChanged;
        _self = DotNetObjectReference.Create(this);
    }

    /// <summary>Begins to watch the list.</summary>
    public static async Task<RoomMonitorGridModule> AttachAsync(IJSRuntime js, ElementReference root, Func<MonitorViewport, Task> onViewportChanged)
    {
        var module = new RoomMonitorGridModule(onViewportChanged);
        try
        {
            await using var script = await js.InvokeAsync<IJSObjectReference>("import", "./js/room-monitor-grid.js");
            module._grid = await script.InvokeAsync<IJSObjectReference>("attach", root, module._self);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone already.
        }

        return module;
    }

    /// <summary>Called by the script when another part of the list can be seen, or when columns or heights have changed.</summary>
    [JSInvokable]
    public Task OnViewportChanged(MonitorViewport viewport) => viewport.IsUsable ? _onViewportChanged(viewport) : Task.CompletedTask;

    /// <summary>Looks again, after a render that may have changed heights.</summary>
    public Task MeasureAsync() => CallAsync("measure");

    /// <summary>Remembers where each room stands.</summary>
    public Task RememberAsync() => CallAsync("remember");

    /// <summary>Lets each room glide from where it was remembered to where it stands now.</summary>
    public Task GlideAsync() => CallAsync("glide");

    public async ValueTask DisposeAsync()
    {
        await CallAsync("dispose");
        if (_grid is { } grid)
        {
            _grid = null;
            try
            {
                await grid.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The page is gone, and the script with it.
            }
        }

        _self.Dispose();
    }

    private async Task CallAsync(string function)
    {
        try
        {
            if (_grid is not null)
            {
                await _grid.InvokeVoidAsync(function);
            }
        }
        catch (Exception exception) when (exception is JSDisconnectedException or TaskCanceledException)
        {
            // The browser is gone.
        }
    }
}
