using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Web.State.Monitor;
using RoomMonitor.Web.Texts;

namespace RoomMonitor.Web.Components.Rooms;

/// <summary>Search, building, order, grouping and view of the monitor. What is typed counts after a pause.</summary>
public sealed partial class MonitorToolbar : ComponentBase, IDisposable
{
    /// <summary>How long typing has to pause.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private const string ArrowDown = """<path d="M11,4H13V16L18.5,10.5L19.92,11.92L12,19.84L4.08,11.92L5.5,10.5L11,16V4Z"/>""";

    private ITimer _pause = null!;
    private string _search = "";
    private string? _shown;

    [Parameter, EditorRequired]
    public required MonitorQuery Query { get; set; }

    /// <summary>In the order of the list.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Buildings { get; set; }

    [Parameter]
    public EventCallback<MonitorQuery> QueryChanged { get; set; }

    /// <summary>Real time, not the campus's: people type in it.</summary>
    [Inject]
    public required TimeProvider Clock { get; set; }

    // Not kept: the next reader may have another language.
    private static ImmutableArray<(string Value, string Word)> Sorts =>
    [
        (nameof(MonitorSort.Building), MonitorTexts.SortBuilding),
        (nameof(MonitorSort.Name), MonitorTexts.SortName),
        (nameof(MonitorSort.Status), MonitorTexts.SortStatus),
        (nameof(MonitorSort.Free), MonitorTexts.SortFree),
    ];

    private string SortValue => Query.Sort.ToString();

    /// <summary>A building of the address that isn't on the campus can be seen and left again.</summary>
    private IEnumerable<string> Choices =>
        Query.Building.Length == 0 || Buildings.Contains(Query.Building) ? Buildings : Buildings.Append(Query.Building);

    public void Dispose() => _pause.Dispose();

    protected override void OnInitialized() =>
        _pause = Clock.CreateTimer(_ => _ = SearchAfterPauseAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    protected override void OnParametersSet()
    {
        // Only what comes from outside replaces what is being typed.
        if (Query.Search != _shown)
        {
            _search = Query.Search;
            _shown = Query.Search;
        }
    }

    private void OnSearchInput(ChangeEventArgs change)
    {
        _search = (string?)change.Value ?? "";
        _pause.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    private Task OnSearchChange(ChangeEventArgs change)
    {
        _search = (string?)change.Value ?? "";
        return SearchAsync();
    }

    private Task OnSortChange(ChangeEventArgs change) =>
        Enum.TryParse<MonitorSort>((string?)change.Value, out var sort) ? ChangeAsync(Query with { Sort = sort, Descending = false }) : Task.CompletedTask;

    private async Task SearchAfterPauseAsync()
    {
        try
        {
            await InvokeAsync(SearchAsync);
        }
        catch (ObjectDisposedException)
        {
            // Typed, and gone before the pause was over.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private Task SearchAsync() => _search == _shown ? Task.CompletedTask : ChangeAsync(Query);

    /// <summary>Takes along what has been typed, so that a click right after typing loses nothing.</summary>
    private Task ChangeAsync(MonitorQuery query)
    {
        _pause.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _shown = _search;
        return QueryChanged.InvokeAsync(query with { Search = _search });
    }
}
