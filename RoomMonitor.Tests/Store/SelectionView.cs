using Fluxor;
using Fluxor.Blazor.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace RoomMonitor.Tests.Store;

/// <summary>A component that shows a selection only.</summary>
public sealed class SelectionView : FluxorComponent
{
    [Inject]
    private IStateSelection<CounterState, bool> IsOdd { get; set; } = default!;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        IsOdd.Select(state => state.Count % 2 == 1);
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, IsOdd.Value ? "odd" : "even");
}
