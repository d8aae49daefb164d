using Microsoft.AspNetCore.Components;

namespace RoomMonitor.Web.Rooms;

/// <summary>What the filters over a list of rooms share: what is typed into the search counts after a pause.</summary>
public abstract class RoomFilters<TQuery> : ComponentBase, IDisposable
    where TQuery : class, IRoomQuery<TQuery>
{
    /// <summary>How long typing has to pause.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private ITimer _pause = null!;
    private string? _shown;

    [Parameter, EditorRequired]
    public required TQuery Query { get; set; }

    /// <summary>In the order of the list.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Buildings { get; set; }

    [Parameter]
    public EventCallback<TQuery> QueryChanged { get; set; }

    /// <summary>Real time, not the campus's: people type in it.</summary>
    [Inject]
    public required TimeProvider Clock { get; set; }

    /// <summary>What stands in the search, perhaps not asked for yet.</summary>
    private protected string Search { get; private set; } = "";

    /// <summary>A building of the address that isn't on the campus can be seen and left again.</summary>
    private protected IEnumerable<string> BuildingChoices =>
        Query.Building.Length == 0 || Buildings.Contains(Query.Building) ? Buildings : Buildings.Append(Query.Building);

    public void Dispose()
    {
        _pause.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() =>
        _pause = Clock.CreateTimer(_ => _ = SearchAfterPauseAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    protected override void OnParametersSet()
    {
        // Only what comes from outside replaces what is being typed.
        if (Query.Search != _shown)
        {
            Search = Query.Search;
            _shown = Query.Search;
        }
    }

    private protected void OnSearchInput(ChangeEventArgs change)
    {
        Search = (string?)change.Value ?? "";
        _pause.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    private protected Task OnSearchChange(ChangeEventArgs change)
    {
        Search = (string?)change.Value ?? "";
        return SearchAsync();
    }

    /// <summary>Takes along what has been typed, so that a click right after typing loses nothing.</summary>
    private protected Task ChangeAsync(TQuery query)
    {
        _pause.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _shown = Search;
        return QueryChanged.InvokeAsync(query.WithSearch(Search));
    }

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

    private Task SearchAsync() => Search == _shown ? Task.CompletedTask : ChangeAsync(Query);
}
