using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Features.Monitor;

/// <summary>Search, building, order, grouping and view of the monitor.</summary>
public sealed partial class MonitorToolbar
{
    // Not kept: the next reader may have another language.
    private static ImmutableArray<(string Value, string Word)> Sorts =>
    [
        (nameof(MonitorSort.Building), MonitorTexts.SortBuilding),
        (nameof(MonitorSort.Name), MonitorTexts.SortName),
        (nameof(MonitorSort.Status), MonitorTexts.SortStatus),
        (nameof(MonitorSort.Free), MonitorTexts.SortFree),
    ];

    private (MonitorQuery? Query, IReadOnlyList<string> Buildings) _set = (null, []);
    private bool _isSetAgain;

    private string SortValue => Query.Sort.ToString();

    /// <summary>A change of any room sets what it has once more: that is nothing to render for.</summary>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        var set = base.SetParametersAsync(parameters);
        _isSetAgain = false;
        return set;
    }

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        _isSetAgain = Query.Equals(_set.Query) && Buildings.SequenceEqual(_set.Buildings);
        _set = (Query, Buildings);
    }

    protected override bool ShouldRender() => !_isSetAgain;

    private Task OnSortChange(string value) =>
        Enum.TryParse<MonitorSort>(value, out var sort) ? ChangeAsync(Query with { Sort = sort, Descending = false }) : Task.CompletedTask;
}
