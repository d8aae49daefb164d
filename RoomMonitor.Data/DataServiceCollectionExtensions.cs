using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Activity;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Data.Locking;
using RoomMonitor.Data.Occupancy;
using RoomMonitor.Data.Outbox;
using RoomMonitor.Data.Profiles;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Rooms;
using RoomMonitor.Data.Series;
using RoomMonitor.Data.Sessions;
using RoomMonitor.Data.Timetables;

namespace RoomMonitor.Data;

public static class DataServiceCollectionExtensions
{
    /// <summary>More than anybody books by hand; a series counts once.</summary>
    private const int BookingsPerHour = 30;

    /// <summary>
    /// The database by configuration: <c>Database:Provider</c> and <c>ConnectionStrings:RoomMonitor</c>, as embedded default a SQLite file
    /// in <paramref name="dataFolder"/>.
    /// </summary>
    /// <param name="relativeTo">What the relative path of a SQLite file counts from; null for <paramref name="dataFolder"/>. Never the folder in which the program was started.</param>
    /// <exception cref="DatabaseUnavailableException">A provider or connection string that can't be.</exception>
    public static IServiceCollection AddRoomMonitorData(this IServiceCollection services, IConfiguration configuration, string dataFolder, string? relativeTo = null)
    {
        var provider = configuration["Database:Provider"] is { Length: > 0 } named ? named : DatabaseOptions.Sqlite;
        var connectionString = configuration.GetConnectionString("RoomMonitor");
        services.TryAddSingleton<ICommitListener, NoCommitListener>();
        services.AddSingleton<OutboxInterceptor>();
        services.AddSingleton<SqliteConnectionSettings>();
        if (provider.Equals(DatabaseOptions.Sqlite, StringComparison.OrdinalIgnoreCase))
        {
            AddSqlite(services, SqliteConnectionString(connectionString, dataFolder, relativeTo ?? dataFolder));
        }
        else if (provider.Equals(DatabaseOptions.SqlServer, StringComparison.OrdinalIgnoreCase))
        {
            AddSqlServer(services, SqlServerConnectionString(connectionString));
        }
        else
        {
            throw new DatabaseUnavailableException(
                $"Database:Provider is \"{provider}\": it can be \"{DatabaseOptions.Sqlite}\" or \"{DatabaseOptions.SqlServer}\".");
        }

        services.AddScoped(provided => provided.GetRequiredService<IDbContextFactory<RoomMonitorDbContext>>().CreateDbContext());
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton<OccupancyQueries>();
        services.AddSingleton<ProfileService>();
        services.AddSingleton<HeldRoomQueries>();
        services.AddSingleton<RoomTransactions>();
        services.AddSingleton(new BookingLimit(configuration.GetValue("Booking:MostPerHour", BookingsPerHour)));
        services.AddSingleton<ReservationService>();
        services.AddSingleton<SeriesService>();
        services.AddSingleton<SeriesQueries>();
        services.AddSingleton<TimetableImporter>();
        services.AddSingleton<KioskService>();
        services.AddSingleton<KioskQueries>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SignInFailures>();
        return services;
    }

    private static void AddSqlite(IServiceCollection services, string connectionString)
    {
        services.AddDbContextFactory<RoomMonitorDbContext>((provided, options) => options
            .UseSqlite(connectionString)
            .ConfigureWarnings(LogOnce)
            .AddInterceptors(provided.GetRequiredService<OutboxInterceptor>(), provided.GetRequiredService<SqliteConnectionSettings>()));
        services.AddSingleton<IRoomLock, SqliteRoomLock>();
        services.AddSingleton<IActivityTail, SqliteActivityTail>();
    }

    private static void AddSqlServer(IServiceCollection services, string connectionString)
    {
        services.AddDbContextFactory<SqlServerRoomMonitorDbContext>((provided, options) => options
            .UseSqlServer(connectionString)
            .ConfigureWarnings(LogOnce)
            .AddInterceptors(provided.GetRequiredService<OutboxInterceptor>()));
        services.AddSingleton<IDbContextFactory<RoomMonitorDbContext>, SqlServerContextFactory>();
        services.AddSingleton<IRoomLock, SqlServerRoomLock>();
        services.AddSingleton<IActivityTail, SqlServerActivityTail>();
    }

    /// <summary>What fails is thrown too, and told by whoever catches it: one line to the operator at start, a problem document to a client.</summary>
    private static void LogOnce(WarningsConfigurationBuilder warnings) =>
        warnings.Ignore(RelationalEventId.CommandError, RelationalEventId.ConnectionError);

    private static string SqliteConnectionString(string? configured, string dataFolder, string relativeTo)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(configured);
            if (builder.DataSource.Length == 0)
            {
                OwnerOnly.CreateFolder(dataFolder);
                builder.DataSource = Path.Combine(dataFolder, "roommonitor.db");
            }
            else if (SqliteFile.IsFile(builder.DataSource))
            {
                builder.DataSource = Path.GetFullPath(builder.DataSource, relativeTo);
                OwnerOnly.CreateFolder(Path.GetDirectoryName(builder.DataSource)!);
            }

            return builder.ConnectionString;
        }
        catch (Exception exception) when (string.IsNullOrEmpty(configured) && (exception is IOException or UnauthorizedAccessException))
        {
            throw new DatabaseUnavailableException($"The data folder {dataFolder} can't be used (Data:Folder): {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DatabaseUnavailableException($"ConnectionStrings:RoomMonitor can't be used with SQLite: {exception.Message}", exception);
        }
    }

    private static string SqlServerConnectionString(string? configured)
    {
        try
        {
            var builder = new SqlConnectionStringBuilder(configured);
            return builder.DataSource.Length > 0
                ? builder.ConnectionString
                : throw new DatabaseUnavailableException("Database:Provider is SqlServer: ConnectionStrings:RoomMonitor must name the server.");
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new DatabaseUnavailableException($"ConnectionStrings:RoomMonitor can't be used with SQL Server: {exception.Message}", exception);
        }
    }
}
