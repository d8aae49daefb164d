using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Web.Kiosks.Screens;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>
/// The one-time link. Opening it changes nothing, so that whoever previews links uses up none: its page sends a form by a script, or by its
/// button, and that makes the browser hold the token.
/// </summary>
internal static class KioskPairEndpoints
{
    public static void MapKioskPairing(this IEndpointRouteBuilder app)
    {
        const string Link = $"{KioskScheme.PairPath}/{{code}}";
        app.MapGet(Link, Get).AllowAnonymous().ExcludeFromDescription();
        app.MapPost(Link, Post).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Get(string code, HttpContext context, KioskService service, CancellationToken cancellationToken) =>
        Page(context, await service.FindInvitedAsync(code, cancellationToken));

    private static async Task<IResult> Post(string code, HttpContext context, KioskRegistry registry, CancellationToken cancellationToken)
    {
        if (!KioskOrigin.IsOwn(context.Request))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await registry.PairAsync(code, $"{context.Connection.RemoteIpAddress}", cancellationToken) is not { } pairing)
        {
            return Page(context, null);
        }

        KioskScheme.SetToken(context, pairing.Token);
        return TypedResults.LocalRedirect($"~/{KioskPlacement.Of(pairing.Device).Page}");
    }

    private static RazorComponentResult<PairPage> Page(HttpContext context, KioskDevice? device)
    {
        // The address is a secret as long as it serves.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return new RazorComponentResult<PairPage>(new Dictionary<string, object?> { [nameof(PairPage.Device)] = device })
        {
            StatusCode = device is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK,
        };
    }
}
