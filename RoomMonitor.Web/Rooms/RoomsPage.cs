using Fluxor;
using Fluxor.Blazor.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Options;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Web.Rooms;

/// <summary>A page of live rooms. What it shows is asked in its query string, and nowhere else.</summary>
public abstract class RoomsPage<TQuery> : FluxorComponent
    where TQuery : class, IRoomQuery<TQuery>
{
    private readonly Queue<string> _ownAddresses = [];
    private string _path = "";

    [Inject]
    public required IState<RoomsState> Rooms { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IOptions<CampusOptions> Campus { get; set; }

    [Inject(Key = CampusTime.Key)]
    public required TimeProvider Clock { get; set; }

    private protected TQuery Query { get; private set; } = TQuery.Parse(null);

    private protected DateTime Now => Clock.GetUtcNow().UtcDateTime;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        var location = new Uri(Navigation.Uri);
        _path = location.AbsolutePath;
        Query = TQuery.Parse(location.Query);
        OnAsked();
        Navigation.LocationChanged += OnLocationChanged;
    }

    protected override ValueTask DisposeAsyncCore(bool disposing)
    {
        Navigation.LocationChanged -= OnLocationChanged;
        return base.DisposeAsyncCore(disposing);
    }

    /// <summary>The query is another one.</summary>
    private protected virtual void OnAsked()
    {
    }

    /// <summary>Shows it at once; the address follows, in place of the one before.</summary>
    private protected void Show(TQuery query)
    {
        if (query.Equals(Query))
        {
            return;
        }

        Query = query;
        OnAsked();
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
        if (location.AbsolutePath == _path)
        {
            Query = TQuery.Parse(location.Query);
            OnAsked();
            _ = InvokeAsync(StateHasChanged);
        }
    }
}
