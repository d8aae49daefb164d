using Fluxor;
using Microsoft.AspNetCore.Components.Server.Circuits;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Activity;
using RoomMonitor.Web.Features.Reservations;
using RoomMonitor.Web.Features.Booking;
using RoomMonitor.Web.Features.RoomDetails;
using RoomMonitor.Web.Features.RoomDetails.Presence;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Shell;

public static class StateServiceCollectionExtensions
{
    /// <summary>
    /// The Flux store with all state of this assembly, and the feeds that fill it. Needs the data services, the broadcaster
    /// and the campus clock (<see cref="CampusTime.Key"/>).
    /// </summary>
    public static IServiceCollection AddRoomMonitorState(this IServiceCollection services)
    {
        services.AddFluxor(options => options.ScanAssemblies(typeof(StateServiceCollectionExtensions).Assembly));
        services.AddScoped<OccupancyFeed>();
        services.AddScoped<ActivityFeed>();
        services.AddSingleton<RoomCalendarReader>();
        services.AddSingleton<RoomPresence>();
        services.AddScoped<PresenceFeed>();
        services.AddScoped<CircuitHandler, PresenceCircuitHandler>();
        services.AddSingleton<FreeSlotFinder>();
        services.AddSingleton<BookingAlerts>();
        services.AddHostedService(provider => provider.GetRequiredService<BookingAlerts>());
        services.AddScoped<ReservationsFeed>();
        return services;
    }
}
