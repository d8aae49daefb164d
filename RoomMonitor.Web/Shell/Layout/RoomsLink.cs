using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace RoomMonitor.Web.Shell.Layout;

/// <summary>Leads to the rooms, and is the current one on each room's own page too.</summary>
public sealed class RoomsLink : NavLink
{
    [Inject]
    public required NavigationManager Addresses { get; set; }

    protected override bool ShouldMatch(string uriAbsolute)
    {
        var path = Addresses.ToBaseRelativePath(uriAbsolute).Split('?', '#')[0];
        return path.Length == 0 || path.StartsWith("rooms/", StringComparison.OrdinalIgnoreCase);
    }
}
