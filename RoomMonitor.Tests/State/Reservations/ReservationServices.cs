using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RoomMonitor.Data;
using RoomMonitor.Data.Occupancy;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Series;
using RoomMonitor.Data.Statistics;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Accounts;

namespace RoomMonitor.Tests.State.Reservations;

/// <summary>What the effects of reservations need.</summary>
internal static class ReservationServices
{
    /// <param name="database">Null where no test reads or changes anything.</param>
    public static IServiceCollection AddReservations(this IServiceCollection services, TestDatabase? database = null)
    {
        var contexts = database?.Services.GetRequiredService<IDbContextFactory<RoomMonitorDbContext>>();
        services.AddSingleton(new ReservationQueries(contexts!));
        services.AddSingleton(new StatisticsQueries(contexts!));
        var service = database?.Reservations ?? new ReservationService(contexts!, null!, new BookingLimit(0), TimeProvider.System);
        services.AddSingleton(service);
        services.AddSingleton(
            database?.Services.GetRequiredService<SeriesService>() ?? new SeriesService(contexts!, null!, service, new BookingLimit(0), Campus.Calendar, TimeProvider.System));
        services.TryAddSingleton(new OccupancyQueries(contexts!));
        services.TryAddSingleton(Campus.Calendar);
        services.TryAddScoped<CircuitCaller>();
        return services;
    }
}
