using Fluxor;

namespace RoomMonitor.Web.State;

public static class StateServiceCollectionExtensions
{
    /// <summary>
    /// The Flux store with all state of this assembly, and the feed that fills it. Needs the broadcaster and the campus clock
    /// (<see cref="Realtime.CampusClock.Key"/>).
    /// </summary>
    public static IServiceCollection AddRoomMonitorState(this IServiceCollection services)
    {
        services.AddFluxor(options => options.ScanAssemblies(typeof(StateServiceCollectionExtensions).Assembly));
        services.AddScoped<OccupancyFeed>();
        services.AddScoped<Reservations.ReservationsFeed>();
        return services;
    }
}
