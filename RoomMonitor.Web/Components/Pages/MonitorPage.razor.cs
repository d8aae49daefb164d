using System.Collections.Immutable;
using Fluxor;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Options;
using RoomMonitor.Web.Configuration;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.State;
using RoomMonitor.Web.State.Monitor;
using RoomMonitor.Web.State.Rooms;

namespace RoomMonitor.Web.Components.Pages;

/// <summary>The live monitor of all rooms. What it shows is asked in its query string, and nowhere else.</summary>
public sealed partial class MonitorPage
{
    private readonly Queue<string> _ownAddresses = [];
    private MonitorQuery _query = MonitorQuery.Default;

    [Inject]
    public required IState<RoomsState> Rooms { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IOptions<CampusOptions> Campus { get; set; }

    [Inject(Key = CampusClock.Key)]
    public required TimeProvider Clock { get; set; }

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _query = MonitorQuery.Parse(new Uri(Navigation.Uri).Query);
        Navigation.LocationChanged += OnLocationChanged;
    }

    protected override ValueTask DisposeAsyncCore(bool disposing)
    {
        Navigation.LocationChanged -= OnLocationChanged;
        return base.DisposeAsyncCore(disposing);
    }

    /// <summary>In the order of the board.</summary>
    private static ImmutableArray<string> BuildingsOf(OccupancySnapshot snapshot) => PerSnapshot<int, ImmutableArray<string>>.Get(
        snapshot,
        0,
        static (snapshot, _, _) => [.. snapshot.Rooms.Select(room => room.Room.Building).Where(building => building.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
        0);

    /// <summary>Shows it at once; the address follows, in place of the one before.</summary>
    private void Show(MonitorQuery query)
    {
        if (query == _query)
        {
            return;
        }

        _query = query;
        var address = new Uri(Navigation.Uri).GetLeftPart(UriPartial.Path) + query.ToQueryString();
        _ownAddresses.Enqueue(address);
        Navigation.NavigateTo(address, new NavigationOptions { ReplaceHistoryEntry = true });
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        // Our own addresses come back one after the other, the first ones perhaps when a newer query is shown already.
        if (_ownAddresses.Contains(change.Location))
        {
            while (_ownAddresses.Dequeue() != change.Location)
            {
            }

            return;
        }

        var location = new Uri(change.Location);
        if (location.AbsolutePath == new Uri(Navigation.BaseUri).AbsolutePath + "monitor")
        {
            _query = MonitorQuery.Parse(location.Query);
            _ = InvokeAsync(StateHasChanged);
        }
    }
}
