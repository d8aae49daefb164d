using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Accounts;

/// <summary>
/// Browsers in which somebody has signed in before say so by a cookie that nobody else can make. What others try on that account, or from
/// that address, doesn't slow these down. It lets nobody in: the password is asked for all the same.
/// </summary>
internal sealed class KnownBrowsers(IDataProtectionProvider protection, IWebHostEnvironment environment, IOptions<SecurityOptions> security)
{
    private const string Name = "RoomMonitor.Browser";

    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(180);

    private readonly IDataProtector _protector = protection.CreateProtector(nameof(KnownBrowsers));

    private bool AllowsPlainHttp => environment.IsDevelopment() || security.Value.AllowPlainHttp;

    private string CookieName => AllowsPlainHttp ? Name : $"__Secure-{Name}";

    /// <summary>Whose browser it is, and which; null for one that isn't known.</summary>
    public (int UserId, string Browser)? Of(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(CookieName, out var cookie))
        {
            return null;
        }

        try
        {
            var parts = _protector.Unprotect(cookie).Split(' ');
            return parts is [var user, var browser] && int.TryParse(user, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? (id, browser) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>From now on it is known as the browser of this user.</summary>
    public void Remember(HttpContext context, int userId)
    {
        var browser = Of(context) is { } known && known.UserId == userId ? known.Browser : Guid.NewGuid().ToString("N");
        context.Response.Cookies.Append(CookieName, _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{userId} {browser}")), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = _lifetime,
            Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
            SameSite = SameSiteMode.Strict,
            Secure = !AllowsPlainHttp || context.Request.IsHttps,
        });
    }
}
