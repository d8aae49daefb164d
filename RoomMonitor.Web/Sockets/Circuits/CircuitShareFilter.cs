using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Sockets.Circuits;

/// <summary>Lets a page make a circuit only where there is a place for it.</summary>
internal sealed class CircuitShareFilter(CircuitShares shares, IOptions<CircuitOptions> options, TimeProvider clock) : IHubFilter
{
    private static readonly object _key = new();

    /// <summary>
    /// What the framework's script calls: for a new page, for one whose circuit is over and whose state was kept, and for the components of
    /// either, with which <see cref="CircuitPlaceHandler"/> is made.
    /// </summary>
    private static readonly string[] _makingCircuits = ["StartCircuit", "ResumeCircuit", "UpdateRootComponents"];

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next) =>
        _makingCircuits.Contains(invocationContext.HubMethodName) ? MakeAsync(invocationContext, next) : next(invocationContext);

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        await next(context, exception);
        if (context.Context.Items.TryGetValue(_key, out var item) && item is CircuitPlace { IsKept: false } place)
        {
            _ = GiveLaterAsync(place);
        }
    }

    /// <returns>Null where there is no place, as the framework answers: the page stays as it is, and is loaded again later (js/connection.js).</returns>
    private async ValueTask<object?> MakeAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (PlaceOf(invocation.Context) is not { } place)
        {
            return null;
        }

        place.Offer();
        return await next(invocation);
    }

    /// <summary>The place of the connection's one circuit.</summary>
    private CircuitPlace? PlaceOf(HubCallerContext connection)
    {
        if (connection.Items.TryGetValue(_key, out var item))
        {
            return (CircuitPlace?)item;
        }

        var place = shares.Open(connection.GetHttpContext() is { } context ? ClientAddress.Of(context) : default);
        if (place is not null)
        {
            connection.Items[_key] = place;
        }

        return place;
    }

    /// <summary>A circuit without components waits for its reader too.</summary>
    private async Task GiveLaterAsync(CircuitPlace place)
    {
        await Task.Delay(options.Value.DisconnectedCircuitRetentionPeriod, clock);
        place.Dispose();
    }
}
