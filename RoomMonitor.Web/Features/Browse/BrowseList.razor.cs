using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Features.Browse;

/// <summary>The rooms that fit a request: favourites first, then what is free, then the others.</summary>
public sealed partial class BrowseList
{
    /// <summary>Others' changes are told to screen readers at most so often.</summary>
    public static readonly TimeSpan AnnouncementPause = TimeSpan.FromSeconds(10);

    private ITimer _announcer = null!;
    private bool _mustWait;
    private string _announcement = "";
    private string _summary = "";
    private string? _time;
    private string _along = "";

    [Parameter, EditorRequired]
    public required BrowseRequest Request { get; set; }

    [Parameter]
    public EventCallback<BrowseQuery> QueryChanged { get; set; }

    /// <summary>The id of the room whose star was clicked.</summary>
    [Parameter]
    public EventCallback<int> FavoriteToggled { get; set; }

    private protected override BrowseRequest Selector => Request;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _announcer = Clock.CreateTimer(_ => OnRendererThread(EndPause), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    protected override async Task OnParametersSetAsync()
    {
        var isFirst = _summary.Length == 0;
        _time = Request is { Slot: { } slot, Query.Time: DayTime } ? BrowseTexts.FormatFreeRange(CampusFormats.Range(slot, Snapshot.Calendar)) : null;
        _along = new RoomQuery(null, Request.Query.Time is DayTime ? Request.Slot : null)
        {
            People = Request.Query.Seats > 0 ? Request.Query.Seats : null,
            Length = Request.Query.Time is NextMinutes next ? TimeSpan.FromMinutes(next.Minutes) : null,
        }.ToQueryString();
        await base.OnParametersSetAsync();
        _summary = BrowseWords.Summary(List.Items, Request.Slot is not null);
        if (isFirst)
        {
            // What the page opens with isn't news.
            _announcement = "";
            Pause();
        }
        else if (!_mustWait)
        {
            Announce();
        }
    }

    private protected override MonitorViewport Unmeasured(BrowseRequest selector) => MonitorViewport.UnmeasuredBrowse;

    private protected override bool KeepsOrder(BrowseRequest before, BrowseRequest now) => before.Query == now.Query && before.UserId == now.UserId;

    private protected override void OnListed(bool isFirst) => _mustWait = false;

    private protected override async ValueTask DisposeAsyncCore()
    {
        await _announcer.DisposeAsync();
        await base.DisposeAsyncCore();
    }

    /// <summary>What was searched for goes along: the time or the length, and for how many.</summary>
    private string AddressOf(Room room) => RoomWords.Address(room) + _along;

    private void Announce()
    {
        if (_announcement != _summary)
        {
            _announcement = _summary;
            Pause();
        }
    }

    private void Pause()
    {
        _mustWait = true;
        _announcer.Change(AnnouncementPause, Timeout.InfiniteTimeSpan);
    }

    private Task EndPause()
    {
        _mustWait = false;
        Announce();
        StateHasChanged();
        return Task.CompletedTask;
    }
}
