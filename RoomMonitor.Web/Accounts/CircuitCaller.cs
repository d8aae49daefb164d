using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Accounts;

/// <summary>Who acts on a page. Asked anew for each act: the user of a circuit can change while it lives. Scoped.</summary>
public sealed class CircuitCaller(AuthenticationStateProvider authentication)
{
    /// <returns>Null for somebody who is not signed in.</returns>
    public async Task<Caller?> FindAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        return user.Identity?.IsAuthenticated == true
            && int.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new Caller(new Actor(id, user.Identity.Name ?? ""), user.IsInRole(Roles.Administrator))
            : null;
    }
}
