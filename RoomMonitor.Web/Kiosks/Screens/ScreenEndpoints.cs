using System.Globalization;
using RoomMonitor.Web.Api.Caching;

namespace RoomMonitor.Web.Kiosks.Screens;

/// <summary>The pages of screens that nobody tends: static, without a circuit to lose (docs/adr/0011), kept alive by js/kiosk.</summary>
public static class ScreenEndpoints
{
    public static WebApplicationBuilder AddScreens(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ScreenOptions>().BindConfiguration("Kiosk").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ScreenViews>();
        return builder;
    }

    public static WebApplication MapScreens(this WebApplication app)
    {
        var screens = app.MapGroup("/kiosk").AllowAnonymous().ExcludeFromDescription();
        screens.MapGet("rooms/{id:int}", (int id, HttpContext context, ScreenViews views) => Page<DoorPage>(views.Room(context, id))).ForAll(PublicDocumentKind.Screen);
        screens.MapGet("overview", (HttpContext context, ScreenViews views) => Page<OverviewPage>(Building(context, views))).ForAll(PublicDocumentKind.Screen);
        screens.MapGet("free", (HttpContext context, ScreenViews views) => Page<FreePage>(Building(context, views))).ForAll(PublicDocumentKind.Screen);
        screens.MapGet("version", (HttpResponse response) =>
        {
            response.Headers.CacheControl = "no-store";
            return TypedResults.Ok(new { version = ScreenVersion.Current });
        });
        return app;
    }

    /// <summary>A floor that is none counts as not given, as themes and languages do: whoever stands before a screen wants rooms, not what is wrong with its address.</summary>
    private static ScreenView? Building(HttpContext context, ScreenViews views)
    {
        var query = context.Request.Query;
        var building = query["building"].ToString();
        var floor = int.TryParse(query["floor"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return views.Building(context, building.Length == 0 ? null : building, floor);
    }

    private static IResult Page<TComponent>(ScreenView? view)
        where TComponent : Microsoft.AspNetCore.Components.IComponent =>
        view is null ? Results.NotFound() : new ScreenPage<TComponent>(view.Look, new Dictionary<string, object?> { ["View"] = view });
}
