using Fluxor.Blazor.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace RoomMonitor.Web.Rooms.Addresses;

/// <summary>A page that is asked in its query string what to show, and nowhere else: a reload and the back button keep it.</summary>
public abstract class AddressPage<TQuery> : FluxorComponent
    where TQuery : class, IAddressQuery<TQuery>
{
    private readonly Queue<string> _ownAddresses = [];
    private string _path = "";

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private protected TQuery Query { get; set; } = TQuery.Parse(null);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        var location = new Uri(Navigation.Uri);
        _path = PathOf(location);
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

    /// <summary>It is another one because somebody followed a link, or went back.</summary>
    private protected virtual void OnFollowed()
    {
    }

    /// <summary>Whether an address leads to this page, which stays then.</summary>
    private protected virtual bool IsHere(Uri address) => PathOf(address) == _path;

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

    private static string PathOf(Uri address) => address.AbsolutePath.TrimEnd('/');

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        // Our own addresses come back one after the other, the first ones perhaps when a newer query is shown already.
        if (_ownAddresses.Contains(change.Location))
        {
            while (_ownAddresses.Dequeue() != change.Location)
            {
            }
        }
        else if (new Uri(change.Location) is var address && IsHere(address))
        {
            _ = InvokeAsync(() => Follow(address));
        }
    }

    private void Follow(Uri address)
    {
        Query = TQuery.Parse(address.Query);
        OnAsked();
        OnFollowed();
        StateHasChanged();
    }
}
