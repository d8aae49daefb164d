using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <content>Week and chosen slot stand in the address, so that a reload and the back button keep them.</content>
public sealed partial class RoomPage
{
    private readonly Queue<string> _ownAddresses = [];

    /// <summary>Shows it at once; the address follows, in place of the one before.</summary>
    private void Show(RoomQuery query, SlotDraft draft)
    {
        var (before, after) = (Address(_query, _draft), Address(query, draft));
        (_query, _draft) = (query, draft);
        if (after == before)
        {
            return;
        }

        var address = new Uri(Navigation.Uri).GetLeftPart(UriPartial.Path) + after;
        _ownAddresses.Enqueue(address);
        Navigation.NavigateTo(address, new NavigationOptions { ReplaceHistoryEntry = true });
    }

    /// <summary>A suggestion stands in no address.</summary>
    private static string Address(RoomQuery query, SlotDraft draft) => (query with { Slot = draft.IsChosen ? draft.Slot : null }).ToQueryString();

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

        if (Navigation.ToBaseRelativePath(change.Location).StartsWith("rooms/", StringComparison.Ordinal))
        {
            _ = InvokeAsync(() => Follow(new Uri(change.Location)));
        }
    }

    private void Follow(Uri address)
    {
        Read(address);
        OpenWeek();
        StateHasChanged();
    }

    private void Read(Uri address)
    {
        var read = RoomQuery.Parse(address.Query);
        (_query, _draft) = (read with { Slot = null }, new SlotDraft(read.Slot, IsChosen: read.Slot is not null));
    }
}
