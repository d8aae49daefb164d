using Fluxor.Stores;
using Microsoft.AspNetCore.Components;

namespace Fluxor.Blazor.Web.Components;

/// <summary>Renders a component again when a state that it holds has changed, until it is disposed.</summary>
internal sealed class StateConnection : IDisposable
{
    private readonly IComponent _component;
    private readonly IStateChangedNotifier[] _states;
    private readonly NotificationThrottle _throttle;

    public StateConnection(IComponent component, Func<Task> render, Func<byte> maximumPerSecond, TimeProvider clock, Func<Exception, Task> onFailure)
    {
        _component = component;
        _states = StateProperties.In(component);
        _throttle = new NotificationThrottle(() => _ = RenderAsync(render, onFailure), maximumPerSecond, clock, failure => _ = onFailure(failure));
        foreach (var state in _states)
        {
            state.StateChanged += OnStateChanged;
        }
    }

    public void Dispose()
    {
        foreach (var state in _states)
        {
            state.StateChanged -= OnStateChanged;
        }

        foreach (var owned in StateProperties.OwnedBy(_component))
        {
            owned.Release();
        }

        _throttle.Stop();
    }

    private static async Task RenderAsync(Func<Task> render, Func<Exception, Task> onFailure)
    {
        try
        {
            await render();
        }
        catch (Exception failure)
        {
            await onFailure(failure);
        }
    }

    private void OnStateChanged(object? sender, EventArgs args) => _throttle.Invoke();
}
