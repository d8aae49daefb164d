using System.Collections.Frozen;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.State.Monitor;
using RoomMonitor.Web.State.Rooms;

namespace RoomMonitor.Web.Components.Rooms;

/// <summary>
/// All rooms that fit the query, as cards or as a table. Renders only what can be seen and a bit more, keeps the order while pointer
/// or focus is in the list, and outlines what has just changed.
/// </summary>
public sealed partial class RoomMonitorGrid : ComponentBase, IAsyncDisposable
{
    private OrderHold _hold = null!;
    private ITimer _highlightEnd = null!;
    private OccupancySnapshot? _snapshot;
    private MonitorQuery? _query;
    private MonitorList _list = MonitorList.Empty;
    private MonitorViewport? _viewport;
    private MonitorWindow _window = MonitorWindow.Empty;
    private ChangeHighlights _highlights = ChangeHighlights.None;
    private FrozenDictionary<string, string> _letters = FrozenDictionary<string, string>.Empty;
    private string _announcement = "";
    private DateTime _now;
    private DateOnly _date;
    private ElementReference _root;
    private RoomMonitorGridModule? _module;
    private bool _mustMeasure;
    private bool _mustGlide;
    private bool _isSorting;

    [Parameter, EditorRequired]
    public required OccupancySnapshot Snapshot { get; set; }

    [Parameter, EditorRequired]
    public required MonitorQuery Query { get; set; }

    [Parameter]
    public EventCallback<MonitorQuery> QueryChanged { get; set; }

    /// <summary>The campus instant of the last news where there have been none for long; else null.</summary>
    [Parameter]
    public DateTime? StaleSince { get; set; }

    [Inject(Key = CampusClock.Key)]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required IJSRuntime JS { get; set; }

    private bool HasNewOrder => _list.Displaced > 0 && _hold.IsHeld;

    public async ValueTask DisposeAsync()
    {
        _hold.Dispose();
        await _highlightEnd.DisposeAsync();
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }
    }

    protected override void OnInitialized()
    {
        _hold = new OrderHold(Clock, () => OnRendererThread(SortIfDisplacedAsync));
        _highlightEnd = Clock.CreateTimer(_ => OnRendererThread(EndHighlightsAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    protected override async Task OnParametersSetAsync()
    {
        _now = Clock.GetUtcNow().UtcDateTime;
        _date = Snapshot.Calendar.DateOf(_now);
        if (_query?.View != Query.View)
        {
            var unmeasured = MonitorViewport.Unmeasured(Query.View);
            _viewport = _viewport is null ? unmeasured : unmeasured with { Top = _viewport.Top, Height = _viewport.Height };
            _mustMeasure = true;
        }

        if (_snapshot is null || _query is null || _query != Query with { View = _query.View })
        {
            _list = MonitorList.Sorted(Snapshot, Query);
            _announcement = _query is null ? "" : RoomTexts.Rooms(_list.Items.Length);
            _mustMeasure = true;
        }
        else if (!ReferenceEquals(_snapshot, Snapshot))
        {
            Highlight(_snapshot);
            _list = _list.Following(Snapshot, Query);
        }

        if (!ReferenceEquals(_snapshot, Snapshot))
        {
            _letters = BuildingLetters.Of(Snapshot);
        }

        _snapshot = Snapshot;
        _query = Query;
        Cut();
        await SortIfDisplacedAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await RoomMonitorGridModule.AttachAsync(JS, _root, OnViewportChanged);
        }
        else if (_module is not null && _mustMeasure)
        {
            _mustMeasure = false;
            await _module.MeasureAsync();
        }

        if (_module is not null && _mustGlide)
        {
            _mustGlide = false;
            await _module.GlideAsync();
        }
    }

    private string LettersOf(string building) => _letters.GetValueOrDefault(building, "");

    private Task OnViewportChanged(MonitorViewport viewport) => InvokeAsync(() =>
    {
        _viewport = viewport;
        Cut();
        StateHasChanged();
    });

    private void Cut() => _window = MonitorWindow.Of(MonitorGroup.Of(_list.Items, Query.Grouped), _viewport!);

    private void Highlight(OccupancySnapshot before)
    {
        var now = Clock.GetUtcNow();
        _highlights = _highlights.Add(RoomDifference.Between(before, Snapshot), now);
        WaitForHighlights(now);
    }

    private void WaitForHighlights(DateTimeOffset now) =>
        _highlightEnd.Change(_highlights.EndsAt is { } end ? end - now : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private Task EndHighlightsAsync()
    {
        var now = Clock.GetUtcNow();
        _highlights = _highlights.At(now);
        WaitForHighlights(now);
        StateHasChanged();
        return Task.CompletedTask;
    }

    private Task SortIfDisplacedAsync() => _list.Displaced > 0 && !_hold.IsHeld ? SortAsync(onRequest: false) : Task.CompletedTask;

    /// <summary>The new order: the browser first remembers where each room stands, so that they can glide to their new places.</summary>
    private async Task SortAsync(bool onRequest)
    {
        if (_isSorting)
        {
            return;
        }

        _isSorting = true;
        try
        {
            if (_module is not null)
            {
                await _module.RememberAsync();
            }

            if (_hold.IsHeld && !onRequest)
            {
                return;
            }

            _list = MonitorList.Sorted(Snapshot, Query);
            Cut();
            _mustGlide = true;
            StateHasChanged();
        }
        finally
        {
            _isSorting = false;
        }
    }

    private void OnRendererThread(Func<Task> work) => _ = RunAsync(work);

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await InvokeAsync(work);
        }
        catch (ObjectDisposedException)
        {
            // A timer that rang while the circuit was closing.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }
}
