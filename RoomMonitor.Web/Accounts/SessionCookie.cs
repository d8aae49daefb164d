using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Accounts;

/// <summary>The cookie of the pages.</summary>
internal static class SessionCookie
{
    public const string AccessDeniedPath = "/account/access-denied";

    private const string Name = "RoomMonitor.Session";

    public static void Configure(CookieAuthenticationOptions options, bool allowsPlainHttp, PathString pathBase)
    {
        // Browsers take a __Host- cookie only over TLS, for the whole host, and from nobody else; a __Secure- one also for a path of it.
        options.Cookie.Name = allowsPlainHttp ? Name : pathBase.HasValue ? $"__Secure-{Name}" : $"__Host-{Name}";
        options.Cookie.Path = pathBase.HasValue ? pathBase.Value : "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = allowsPlainHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.SlidingExpiration = true;
        options.LoginPath = SignInAddress.Path;
        options.AccessDeniedPath = AccessDeniedPath;
        options.ReturnUrlParameter = SignInAddress.ReturnUrl;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = context => RedirectPages(context, SignInAddress.Path, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => RedirectPages(context, AccessDeniedPath, StatusCodes.Status403Forbidden);
    }

    /// <summary>The session it names has to live, on every request.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var user = await context.HttpContext.RequestServices.GetRequiredService<Sessions>().CheckAsync(context.Principal!, context.HttpContext.RequestAborted);
        if (user is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            EndedSession.Note(context.HttpContext);
        }
        else if (!ReferenceEquals(user, context.Principal))
        {
            context.ReplacePrincipal(user);
            context.ShouldRenew = true;
        }
    }

    /// <summary>A person who opens a page is sent to another one; a script or a socket is told by the status.</summary>
    private static Task RedirectPages(RedirectContext<CookieAuthenticationOptions> context, string page, int status)
    {
        var request = context.Request;
        var opensPage = HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (opensPage)
        {
            // The framework's own address would name the path base twice after signing in: ReturnAddress is within this application.
            var here = QueryString.Create(SignInAddress.ReturnUrl, request.Path + request.QueryString);
            context.Response.Redirect($"{request.PathBase}{page}{here}");
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}
