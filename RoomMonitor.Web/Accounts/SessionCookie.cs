using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace RoomMonitor.Web.Accounts;

/// <summary>The cookie of the pages.</summary>
internal static class SessionCookie
{
    public const string SignInPath = "/account/sign-in";

    public const string AccessDeniedPath = "/account/access-denied";

    public const string ReturnUrl = "returnUrl";

    private const string Name = "RoomMonitor.Session";

    public static void Configure(CookieAuthenticationOptions options, IWebHostEnvironment environment)
    {
        // Browsers take a __Host- cookie only over TLS, for the whole host, and from nobody else.
        options.Cookie.Name = environment.IsDevelopment() ? Name : $"__Host-{Name}";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.AccessDeniedPath = AccessDeniedPath;
        options.ReturnUrlParameter = ReturnUrl;
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnRedirectToLogin = context => RedirectPages(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => RedirectPages(context, StatusCodes.Status403Forbidden);
    }

    /// <summary>A person who opens a page is sent to another one; a script or a socket is told by the status.</summary>
    private static Task RedirectPages(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var request = context.Request;
        var opensPage = HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (opensPage)
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}
