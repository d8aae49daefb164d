using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using RoomMonitor.Data.Sessions;

namespace RoomMonitor.Web.Accounts;

/// <summary>What a principal says of its session, and whether that still holds.</summary>
internal static class SessionClaims
{
    /// <summary>The session's id (OpenID Connect: <c>sid</c>).</summary>
    public const string Session = "sid";

    /// <summary>The refresh token's id (RFC 7519: <c>jti</c>).</summary>
    public const string Refresh = "jti";

    private static readonly ClaimsIdentityOptions _claims = new();

    public static Guid? SessionOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Session), out var id) ? id : null;

    public static Guid? RefreshOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Refresh), out var id) ? id : null;

    /// <summary>Whether the session lives, belongs to this user, and the user's password is the one it began with.</summary>
    public static bool Lives(ClaimsPrincipal user, SessionState? state, DateTime now) =>
        state is { IsEnded: false }
        && now < state.ExpiresAt
        && user.FindFirstValue(_claims.UserIdClaimType) == state.UserId.ToString(CultureInfo.InvariantCulture)
        && user.FindFirstValue(_claims.SecurityStampClaimType) == state.SecurityStamp;

    /// <summary>The same user with the roles of now; the principal itself where these are its own.</summary>
    public static ClaimsPrincipal WithRoles(ClaimsPrincipal user, ImmutableArray<string> roles)
    {
        if (user.FindAll(_claims.RoleClaimType).Select(role => role.Value).Order(StringComparer.Ordinal).SequenceEqual(roles))
        {
            return user;
        }

        var identity = new ClaimsIdentity(
            user.Claims.Where(claim => claim.Type != _claims.RoleClaimType), user.Identity?.AuthenticationType, _claims.UserNameClaimType, _claims.RoleClaimType);
        identity.AddClaims(roles.Select(role => new Claim(_claims.RoleClaimType, role)));
        return new ClaimsPrincipal(identity);
    }
}
