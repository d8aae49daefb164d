using Microsoft.AspNetCore.Identity;

namespace RoomMonitor.Web.Security;

/// <summary>
/// Which credentials a request may bring. Only pages look at the cookie: were it taken by <c>/api</c>, any page elsewhere could act
/// there as its reader, since browsers send cookies by themselves. A bearer token is only sent by a client that holds it.
/// </summary>
internal static class AccountSchemes
{
    public const string Default = "RoomMonitor";

    /// <summary>Reads access tokens; <see cref="IdentityConstants.BearerScheme"/> looks at their sessions besides.</summary>
    public const string Token = "RoomMonitor.Token";

    private static readonly PathString[] _withoutCookie = ["/api", "/ws", "/health", "/openapi", KioskScheme.DevicePath];

    public static string ForRequest(HttpContext context) =>
        IsPage(context.Request.Path) ? IdentityConstants.ApplicationScheme : IdentityConstants.BearerScheme;

    /// <summary>Whether people read what is there, rather than programs.</summary>
    public static bool IsPage(PathString path) => !Array.Exists(_withoutCookie, prefix => path.StartsWithSegments(prefix));
}
