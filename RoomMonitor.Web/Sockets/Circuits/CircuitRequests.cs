using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Diagnostics;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Sockets.Circuits;

/// <summary>The requests behind circuits: the page that would have one, and the connections by which it comes.</summary>
internal static class CircuitRequests
{
    private const string Negotiate = "/negotiate";

    private static readonly PathString _path = "/_blazor";

    /// <summary>What was negotiated and isn't used is forgotten by the framework after so long.</summary>
    private static readonly TimeSpan _negotiated = TimeSpan.FromSeconds(15);

    public static Task GuardAsync(HttpContext context, RequestDelegate next, CircuitShares shares, TimeProvider clock)
    {
        var address = ClientAddress.Of(context);
        if (context.Request.Path.StartsWithSegments(_path, out var rest))
        {
            return rest == Negotiate ? NegotiateAsync(context, next, shares, address, clock)
                : !rest.HasValue && IsLine(context.Request) ? ServeLineAsync(context, next, shares, address)
                : next(context);
        }

        return IsPage(context) && !shares.HasRoom(address) ? RefuseAsync(context) : next(context);
    }

    /// <summary>A socket, or a poll; what is sent beside a poll is short.</summary>
    private static bool IsLine(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsConnect(request.Method);

    /// <summary>A page of its own: one that says that there is none has been decided upon.</summary>
    private static bool IsPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is null
        && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && context.AcceptsInteractiveRouting();

    private static Task NegotiateAsync(HttpContext context, RequestDelegate next, CircuitShares shares, ClientAddress address, TimeProvider clock)
    {
        if (!shares.OpenLine(address))
        {
            return RefuseAsync(context);
        }

        _ = CloseLaterAsync(shares, address, clock);
        return next(context);
    }

    private static async Task CloseLaterAsync(CircuitShares shares, ClientAddress address, TimeProvider clock)
    {
        await Task.Delay(_negotiated, clock);
        shares.CloseLine(address);
    }

    private static async Task ServeLineAsync(HttpContext context, RequestDelegate next, CircuitShares shares, ClientAddress address)
    {
        if (!shares.OpenLine(address))
        {
            await RefuseAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            shares.CloseLine(address);
        }
    }

    private static Task RefuseAsync(HttpContext context) => NoRoom.SayAsync(context, "As many pages are open as the server, or one address, may have.");
}
