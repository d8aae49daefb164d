using RoomMonitor.Web.Components.Kiosk;

namespace RoomMonitor.Web.Kiosk;

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
        screens.MapGet("rooms/{id:int}", (int id, HttpContext context, ScreenViews views) => Page<DoorPage>(views.Room(context, id)));
        screens.MapGet(
            "overview",
            (string? building, int? floor, HttpContext context, ScreenViews views) => Page<OverviewPage>(views.Building(context, Given(building), floor)));
        screens.MapGet(
            "free",
            (string? building, int? floor, HttpContext context, ScreenViews views) => Page<FreePage>(views.Building(context, Given(building), floor)));
        screens.MapGet("version", (HttpResponse response) =>
        {
            response.Headers.CacheControl = "no-store";
            return TypedResults.Ok(new { version = ScreenVersion.Current });
        });
        return app;
    }

    private static string? Given(string? building) => string.IsNullOrEmpty(building) ? null : building;

    private static IResult Page<TComponent>(ScreenView? view)
        where TComponent : Microsoft.AspNetCore.Components.IComponent =>
        view is null ? Results.NotFound() : new ScreenPage<TComponent>(view.Look, new Dictionary<string, object?> { ["View"] = view });
}
