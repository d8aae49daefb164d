using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace RoomMonitor.Web.Kiosks.Screens;

/// <summary>A screen's page: a component rendered once, in the language that its address asks for. Nothing of it is kept.</summary>
internal sealed class ScreenPage<TComponent>(ScreenLook look, IReadOnlyDictionary<string, object?> parameters) : IResult
    where TComponent : IComponent
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (look.Culture is { } culture)
        {
            // Of this call only: it ends with the method.
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        }

        httpContext.Response.Headers.CacheControl = "no-store";
        await new RazorComponentResult<TComponent>(parameters).ExecuteAsync(httpContext);
    }
}
