using Microsoft.AspNetCore.Localization;
using RoomMonitor.Web.Hosting.Configuration;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Shell.Languages;

/// <summary>
/// The culture of a page: the language of the profile, else the browser's. The circuit behind the page is asked for by other requests, over
/// sockets too, which may say less than the page's own: they follow a cookie that the page has set.
/// </summary>
internal sealed class PageCultureProvider : RequestCultureProvider
{
    private const string CookieName = "roommonitor-culture";

    private const string CircuitPath = "/_blazor";

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var pinned = PageLanguages.Culture(request.Cookies[CookieName]);
        if (pinned is not null && request.Path.StartsWithSegments(CircuitPath))
        {
            return Task.FromResult<ProviderCultureResult?>(new(pinned.Name));
        }

        var culture = PageLanguages.Choose(httpContext.Features.Get<PageReader>()?.Language, request.GetTypedHeaders().AcceptLanguage);
        if (PageRequest.IsPage(httpContext) && culture.Name != pinned?.Name)
        {
            httpContext.Response.Cookies.Append(CookieName, culture.Name, new CookieOptions
            {
                Path = request.CookiePath(),
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = request.IsHttps,
                IsEssential = true,
            });
        }

        return Task.FromResult<ProviderCultureResult?>(new(culture.Name));
    }
}
