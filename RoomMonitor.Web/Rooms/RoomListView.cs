using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// What the live lists of rooms share: each renders only what can be seen and a bit more, keeps its order while pointer or focus is in
/// the list, and outlines what has just changed.
/// </summary>
public abstract class RoomListView<TSelector> : ComponentBase, IAsyncDisposable
    where TSelector : class, IRoomSelector
{
    /// <summary>An outline whose time is over waits this long for a change that takes it along: a batch of its own costs as much.</summary>
    internal static readonly TimeSpan HighlightGrace = TimeSpan.FromMilliseconds(300);

    private ITimer _highlightEnd = null!;
    private OccupancySnapshot? _snapshot;
    private TSelector? _selector;
    private MonitorViewport? _viewport;
    private FrozenDictionary<string, string> _letters = FrozenDictionary<string, string>.Empty;
    private RoomMonitorGridModule? _module;
    private bool _mustMeasure;
    private bool _mustGlide;
    private bool _isSorting;

    [Parameter, EditorRequired]
    public required OccupancySnapshot Snapshot { get; set; }

    /// <summary>The campus instant of the last news where there have been none for long; else null.</summary>
    [Parameter]
    public DateTime? StaleSince { get; set; }

    [Inject(Key = CampusTime.Key)]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required IJSRuntime JS { get; set; }

    private protected MonitorList List { get; private set; } = MonitorList.Empty;

    private protected MonitorWindow Window { get; private set; } = MonitorWindow.Empty;

    private protected ChangeHighlights Highlights { get; private set; } = ChangeHighlights.None;

    private protected OrderFreeze Freeze { get; private set; } = null!;

    private protected ElementReference Root { get; set; }

    /// <summary>Of this render.</summary>
    private protected ListMoment Moment { get; private set; } = null!;

    private protected bool HasNewOrder => List.Displaced > 0 && Freeze.IsFrozen;

    /// <summary>What is listed.</summary>
    private protected abstract TSelector Selector { get; }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Freeze.Dispose();
        await _highlightEnd.DisposeAsync();
        await DisposeAsyncCore();
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }
    }

    private protected virtual ValueTask DisposeAsyncCore() => ValueTask.CompletedTask;

    /// <summary>The sizes to render with until the browser has told them.</summary>
    private protected abstract MonitorViewport Unmeasured(TSelector selector);

    /// <summary>Whether the list on the screen only follows, rather than being another one.</summary>
    private protected abstract bool KeepsOrder(TSelector before, TSelector now);

    /// <summary>The list is another one than before.</summary>
    private protected virtual void OnListed(bool isFirst)
    {
    }

    protected override void OnInitialized()
    {
        Freeze = new OrderFreeze(Clock, () => OnRendererThread(SortIfDisplacedAsync));
        _highlightEnd = Clock.CreateTimer(_ => OnRendererThread(EndHighlightsAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    protected override async Task OnParametersSetAsync()
    {
        var selector = Selector;
        var now = Clock.GetUtcNow().UtcDateTime;
        Moment = new ListMoment(Snapshot.Calendar, Snapshot.Calendar.DateOf(now), now, StaleSince);
        var unmeasured = Unmeasured(selector);
        if (_selector is null || Unmeasured(_selector) != unmeasured)
        {
            _viewport = _viewport is null ? unmeasured : unmeasured with { Top = _viewport.Top, Height = _viewport.Height };
            _mustMeasure = true;
        }

        if (_snapshot is null || _selector is null || !KeepsOrder(_selector, selector))
        {
            List = MonitorList.Sorted(Snapshot, selector);
            OnListed(isFirst: _selector is null);
            _mustMeasure = true;
        }
        else if (!ReferenceEquals(_snapshot, Snapshot) || !_selector.Equals(selector))
        {
            Highlight(_snapshot);
            List = List.Following(Snapshot, selector);
        }

        if (!ReferenceEquals(_snapshot, Snapshot))
        {
            _letters = BuildingLetters.Of(Snapshot);
        }

        _snapshot = Snapshot;
        _selector = selector;
        Cut();
        await SortIfDisplacedAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await RoomMonitorGridModule.AttachAsync(JS, Root, OnViewportChanged);
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

    /// <summary>A length as CSS takes it.</summary>
    private protected static string Pixels(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A number as an attribute takes it; of small ones the runtime keeps the text.</summary>
    private protected static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private protected RoomMark? MarkOf(MonitorItem item) => RoomMark.Of(Highlights.RoomIds.Contains(item.RoomId), item.Fits);

    private protected string LettersOf(string building) => _letters.GetValueOrDefault(building, "");

    private protected Task SortNowAsync() => SortAsync(onRequest: true);

    /// <summary>Runs what a timer calls for, as part of the circuit.</summary>
    private protected void OnRendererThread(Func<Task> work) => _ = RunAsync(work);

    private Task OnViewportChanged(MonitorViewport viewport) => InvokeAsync(() =>
    {
        _viewport = viewport;
        Cut();
        StateHasChanged();
    });

    private void Cut() => Window = List.WindowOf(_viewport!);

    private void Highlight(OccupancySnapshot before)
    {
        var now = Clock.GetUtcNow();
        Highlights = Highlights.Add(RoomDifference.Between(before, Snapshot), now);
        WaitForHighlights(now);
    }

    private void WaitForHighlights(DateTimeOffset now) =>
        _highlightEnd.Change(Highlights.EndsAt is { } end ? end + HighlightGrace - now : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private Task EndHighlightsAsync()
    {
        var now = Clock.GetUtcNow();
        Highlights = Highlights.At(now);
        WaitForHighlights(now);
        StateHasChanged();
        return Task.CompletedTask;
    }

    private Task SortIfDisplacedAsync() => List.Displaced > 0 && !Freeze.IsFrozen ? SortAsync(onRequest: false) : Task.CompletedTask;

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

            if (Freeze.IsFrozen && !onRequest)
            {
                return;
            }

            List = MonitorList.Sorted(Snapshot, Selector);
            Cut();
            _mustGlide = true;
            StateHasChanged();
        }
        finally
        {
            _isSorting = false;
        }
    }

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
