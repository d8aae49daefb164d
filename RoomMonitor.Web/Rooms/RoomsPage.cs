using Fluxor;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Hosting.Configuration;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Rooms;

/// <summary>A page of live rooms.</summary>
public abstract class RoomsPage<TQuery> : AddressPage<TQuery>
    where TQuery : class, IRoomQuery<TQuery>
{
    [Inject]
    public required IState<RoomsState> Rooms { get; set; }

    [Inject]
    public required IOptions<CampusOptions> Campus { get; set; }

    [Inject(Key = CampusTime.Key)]
    public required TimeProvider Clock { get; set; }

    private protected DateTime Now => Clock.GetUtcNow().UtcDateTime;
}
