using Fluxor;
using Fluxor.Blazor.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace RoomMonitor.Tests.Store;

/// <summary>A component whose state is a private property of its base class.</summary>
public abstract class CounterViewBase : FluxorComponent
{
    protected int Count => Counter.Value.Count;

    [Inject]
    private IState<CounterState> Counter { get; set; } = default!;
}

public sealed class CounterView : CounterViewBase
{
    [Parameter]
    public byte Maximum { get; set; }

    [Parameter]
    public Action<string> Note { get; set; } = _ => { };

    protected override void OnInitialized()
    {
        base.OnInitialized();
        MaximumStateChangedNotificationsPerSecond = Maximum;
        SubscribeToAction<Noted>(action => Note(action.Text));
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        Note("rendered");
        builder.AddContent(0, "count " + Count);
    }

    protected override async ValueTask DisposeAsyncCore(bool disposing)
    {
        await base.DisposeAsyncCore(disposing);
        Note("disposed");
    }
}
