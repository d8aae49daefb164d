using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Web.Accounts;

/// <summary>
/// Tells the sign-in page that somebody was signed in a moment ago in this browser: signed out in another tab, or the session has ended. A page that was
/// open is led there by itself, and would else not say why.
/// </summary>
internal static class EndedSession
{
    private const string CookieName = "roommonitor-ended";

    private static readonly TimeSpan _life = TimeSpan.FromSeconds(30);

    public static bool IsNew(HttpContext context) => context.Request.Cookies.ContainsKey(CookieName);

    public static void Note(HttpContext context) => context.Response.Cookies.Append(CookieName, "1", new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = _life,
        Path = context.Request.CookiePath(),
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    });
}
