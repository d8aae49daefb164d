using Microsoft.AspNetCore.Authorization;

namespace RoomMonitor.Web.Security;

/// <summary>How a registered screen is known: by its own cookie, which is no user's session and serves under one path only.</summary>
internal static class KioskScheme
{
    public const string Name = "Kiosk";

    /// <summary>Where screens look, and where their cookie is sent.</summary>
    public const string PagesPath = "/kiosk";

    /// <summary>Where screens act. No user's cookie counts there, and no other page may ask.</summary>
    public const string DevicePath = "/kiosk/device";

    public const string PairPath = "/kiosk/pair";

    /// <summary>Where a screen that is none yet gets its code, and asks whether somebody typed it.</summary>
    public const string SetupPath = "/kiosk/setup";

    /// <summary>The authorisation policy of everything under <see cref="DevicePath"/>.</summary>
    public const string Policy = "KioskDevice";

    /// <summary>The rate limit of what changes something.</summary>
    public const string ActsLimit = "KioskActs";

    private const string CookieName = "roommonitor-kiosk";

    /// <summary>As long as browsers keep one at most; it is renewed with the reports.</summary>
    private static readonly TimeSpan _cookieLife = TimeSpan.FromDays(400);

    public static string? TokenOf(HttpRequest request) => request.Cookies[CookieName];

    public static void SetToken(HttpContext context, string token) => context.Response.Cookies.Append(CookieName, token, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps || !context.RequestServices.GetRequiredService<PlainHttp>().IsAllowed,
        Path = $"{context.Request.PathBase}{PagesPath}",
        MaxAge = _cookieLife,
        IsEssential = true,
    });

    public static AuthorizationPolicy DevicePolicy { get; } =
        new AuthorizationPolicyBuilder(Name).RequireAuthenticatedUser().Build();
}
