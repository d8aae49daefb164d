using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Data;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Outbox;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Support;

/// <summary>
/// A migrated database of its own with the data services on it: a SQLite file, or a new database on the server that
/// <c>ROOMMONITOR_TEST_SQLSERVER</c> (a connection string without a database) names.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public static readonly DateTime Now = new(2026, 11, 23, 9, 30, 0, DateTimeKind.Utc);

    /// <summary>How the server is reached that all databases are made on; null: they are SQLite files.</summary>
    public static readonly string? SqlServer = Environment.GetEnvironmentVariable("ROOMMONITOR_TEST_SQLSERVER") is { Length: > 0 } server ? server : null;

    private readonly string _folder = Directory.CreateTempSubdirectory("roommonitor-test-").FullName;

    private TestDatabase(ICommitListener? listener, IInterceptor? interceptor)
    {
        var settings = new Dictionary<string, string?>();
        if (SqlServer is { } server)
        {
            settings["Database:Provider"] = DatabaseOptions.SqlServer;
            settings["ConnectionStrings:RoomMonitor"] = $"{server};Database=roommonitor_test_{Guid.NewGuid():N}";
        }

        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddKeyedSingleton<TimeProvider>(CampusTime.Key, Clock);
        if (listener is not null)
        {
            services.AddSingleton(listener);
        }

        services.AddSingleton(Campus.Calendar);
        services.AddRoomMonitorData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), _folder);
        if (interceptor is not null)
        {
            services.ConfigureDbContext<RoomMonitorDbContext>(options => options.AddInterceptors(interceptor));
            services.ConfigureDbContext<SqlServerRoomMonitorDbContext>(options => options.AddInterceptors(interceptor));
        }

        Services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(Now);

    public ServiceProvider Services { get; }

    private string File => Path.Combine(_folder, "roommonitor.db");

    public ReservationService Reservations => Services.GetRequiredService<ReservationService>();

    public SeriesService Series => Services.GetRequiredService<SeriesService>();

    public static async Task<TestDatabase> CreateAsync(ICommitListener? listener = null, IInterceptor? interceptor = null)
    {
        var database = new TestDatabase(listener, interceptor);
        if (SqlServer is null)
        {
            DatabaseTemplates.CopyMigrated(database.File);
        }

        await database.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        return database;
    }

    /// <summary>The bytes of a migrated SQLite file.</summary>
    public static async Task<byte[]> MakeTemplateAsync()
    {
        await using var database = new TestDatabase(null, null);
        await database.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        await database.Services.DisposeAsync();
        // The last connection that closes takes the log into the file.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return await System.IO.File.ReadAllBytesAsync(database.File);
    }

    public RoomMonitorDbContext Open() => Services.GetRequiredService<IDbContextFactory<RoomMonitorDbContext>>().CreateDbContext();

    public async Task<Room> AddRoomAsync(string code = "A1", bool requiresApproval = false, int capacity = 20)
    {
        await using var context = Open();
        var room = new Room { Code = code, Name = $"Room {code}", Building = "Main Building", Floor = 1, Capacity = capacity, RequiresApproval = requiresApproval };
        context.Add(room);
        await context.SaveChangesAsync();
        return room;
    }

    /// <summary>Somebody with an account.</summary>
    public async Task<Caller> AddCallerAsync(string name = "staff@test.local")
    {
        await using var context = Open();
        var user = new UserAccount { UserName = name, NormalizedUserName = name.ToUpperInvariant(), Email = name };
        context.Add(user);
        await context.SaveChangesAsync();
        return new Caller(new Actor(user.Id, name), IsAdministrator: false);
    }

    public static ReservationDraft Draft(int roomId, double startsInMinutes = 60, double minutes = 60) =>
        new(roomId, Now.AddMinutes(startsInMinutes), Now.AddMinutes(startsInMinutes + minutes), new ReservationDetails("Seminar", 5));

    public async ValueTask DisposeAsync()
    {
        if (SqlServer is not null)
        {
            await using var context = Open();
            await context.Database.EnsureDeletedAsync();
        }

        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
