using Microsoft.AspNetCore.Components;
using UnhandledExceptionEventArgs = Fluxor.Exceptions.UnhandledExceptionEventArgs;

namespace Fluxor.Blazor.Web;

/// <summary>
/// Starts the store after the first interactive render, so a prerender shows the initial state. Put it once near the root, inside the
/// interactive part. It renders nothing.
/// </summary>
public sealed class StoreInitializer : ComponentBase, IDisposable
{
    /// <summary>Told of each effect's exception; those that it doesn't mark as handled go to the renderer (an error boundary, else the circuit).</summary>
    [Parameter]
    public EventCallback<UnhandledExceptionEventArgs> UnhandledException { get; set; }

    [Inject]
    private IStore Store { get; set; } = default!;

    /// <inheritdoc/>
    public void Dispose() => Store.UnhandledException -= OnUnhandledException;

    /// <inheritdoc/>
    protected override void OnInitialized() => Store.UnhandledException += OnUnhandledException;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Store.InitializeAsync();
        }
    }

    // Effects end on any thread: the callback belongs on the renderer's.
    private void OnUnhandledException(object? sender, UnhandledExceptionEventArgs args) => _ = InvokeAsync(() => SurfaceAsync(args));

    private async Task SurfaceAsync(UnhandledExceptionEventArgs args)
    {
        try
        {
            await UnhandledException.InvokeAsync(args);
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }

        if (!args.WasHandled)
        {
            await DispatchExceptionAsync(args.Exception);
        }
    }
}
