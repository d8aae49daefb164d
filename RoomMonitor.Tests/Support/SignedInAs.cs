using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace RoomMonitor.Tests.Support;

/// <summary>The user of a circuit, who may sign out.</summary>
internal sealed class SignedInAs(int? userId) : AuthenticationStateProvider
{
    public int? UserId { get; set; } = userId;

    public override Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        var identity = UserId is { } id
            ? new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id.ToString(CultureInfo.InvariantCulture)), new(ClaimTypes.Name, "ines")], "Test")
            : new ClaimsIdentity();
        return Task.FromResult(new AuthenticationState(new ClaimsPrincipal(identity)));
    }
}
