using Microsoft.AspNetCore.Components;

namespace Fluxor.Blazor.Web.Components;

/// <summary>
/// A component that renders again when the state in one of its <see cref="IState{TState}"/> properties (or any other
/// <see cref="IStateChangedNotifier"/>) has changed. A class that overrides OnInitialized or DisposeAsyncCore calls its base.
/// </summary>
public abstract class FluxorComponent : ComponentBase, IAsyncDisposable
{
    private StateConnection? _connection;
    private bool _disposed;

    /// <summary>Renders at most so many times a second because of state, the last change always among them; 0: each change renders.</summary>
    protected byte MaximumStateChangedNotificationsPerSecond { get; set; }

    [Inject]
    private IActionSubscriber ActionSubscriber { get; set; } = default!;

    [Inject]
    private TimeProvider StoreClock { get; set; } = default!;

    /// <summary>
    /// Calls back for each action of the type until the component is disposed. It runs on the dispatching thread: what touches
    /// the component goes through InvokeAsync.
    /// </summary>
    public void SubscribeToAction<TAction>(Action<TAction> callback) => ActionSubscriber.SubscribeToAction(this, callback);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            await DisposeAsyncCore(disposing: true);
            GC.SuppressFinalize(this);
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        _connection = new StateConnection(
            this, RenderAsync, () => MaximumStateChangedNotificationsPerSecond, StoreClock, DispatchExceptionAsync);
    }

    /// <summary>Ends the subscriptions. Called once.</summary>
    protected virtual ValueTask DisposeAsyncCore(bool disposing)
    {
        if (disposing)
        {
            _connection?.Dispose();
            ActionSubscriber.UnsubscribeFromAllActions(this);
        }

        return ValueTask.CompletedTask;
    }

    private Task RenderAsync() => InvokeAsync(() =>
    {
        if (!_disposed)
        {
            StateHasChanged();
        }
    });
}
