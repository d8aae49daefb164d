using Fluxor;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// A feature by hand rather than <c>[FeatureState]</c>: the initial state is what the board shows now. A prerender, which
/// sees only initial state, has the real rooms, and the first interactive render shows them again without a flash.
/// </summary>
public sealed class RoomsFeature(OccupancyBroadcaster broadcaster, [FromKeyedServices(CampusTime.Key)] TimeProvider clock) : Feature<RoomsState>
{
    public override string GetName() => "Rooms";

    protected override RoomsState GetInitialState() => RoomsState.Of(broadcaster.PublishDue(), clock.GetUtcNow().UtcDateTime);
}
