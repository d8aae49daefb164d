using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Web.Api.Input;
using RoomMonitor.Web.Kiosks.Screens;
using RoomMonitor.Web.Security;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>
/// <c>/kiosk</c>, the start page of every screen: a registered one goes on to its page, another one shows a code and waits until an administrator
/// has typed it.
/// </summary>
internal static class KioskSetupEndpoints
{
    public static void MapKioskSetup(this IEndpointRouteBuilder app)
    {
        app.MapGet(KioskScheme.PagesPath, Get).AllowAnonymous().ExcludeFromDescription();
        var setup = app.MapGroup(KioskScheme.SetupPath).AllowAnonymous().ExcludeFromDescription();
        setup.MapPost("", Offer);
        setup.MapPost("ask/", Ask);
    }

    private static IResult Get(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return KioskDevices.Current(context) is { } device
            ? TypedResults.LocalRedirect($"~/{device.Placement.Page}")
            : new RazorComponentResult<SetupPage>();
    }

    private static IResult Offer(HttpContext context, KioskCodes codes)
    {
        context.Response.Headers.CacheControl = "no-store";
        return codes.Offer(ClientAddress.Of(context).ToString()) is { } offer
            ? TypedResults.Json(new { code = KioskCode.Spell(offer.Code), secret = offer.Secret }, statusCode: StatusCodes.Status201Created)
            : TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    /// <summary>410 where the code counts no more: the screen asks for another one.</summary>
    private static IResult Ask(HttpContext context, JsonFields fields, KioskCodes codes)
    {
        var secret = fields.Text("secret");
        fields.ThrowIfRefused();
        context.Response.Headers.CacheControl = "no-store";
        return KioskSecret.IsPossible(secret) && codes.TryAsk(secret!, out var link)
            ? TypedResults.Ok(new { pair = link is null ? null : $"{KioskScheme.PairPath[1..]}/{link}" })
            : TypedResults.StatusCode(StatusCodes.Status410Gone);
    }
}
