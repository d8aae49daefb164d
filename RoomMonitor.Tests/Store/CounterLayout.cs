using Fluxor;
using Fluxor.Blazor.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace RoomMonitor.Tests.Store;

public sealed class CounterLayout : FluxorLayout
{
    [Inject]
    public IState<CounterState> Counter { get; set; } = default!;

    [Parameter]
    public Action<string> Note { get; set; } = _ => { };

    protected override void OnInitialized()
    {
        base.OnInitialized();
        SubscribeToAction<Noted>(action => Note(action.Text));
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        Note("rendered");
        builder.AddContent(0, "layout " + Counter.Value.Count + " ");
        builder.AddContent(1, Body);
    }
}
