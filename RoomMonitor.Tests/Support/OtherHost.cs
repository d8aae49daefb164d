using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Support;

/// <summary>The data services of another process on a test database, without screens: nobody hears of its commits but by the log.</summary>
internal sealed class OtherHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public OtherHost(TestDatabase database)
    {
        using var context = database.Open();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = context.Database.IsSqlServer() ? DatabaseOptions.SqlServer : DatabaseOptions.Sqlite,
            ["ConnectionStrings:RoomMonitor"] = context.Database.GetConnectionString(),
        }).Build();
        var services = new ServiceCollection();
        services.AddKeyedSingleton<TimeProvider>(CampusTime.Key, database.Clock);
        services.AddRoomMonitorData(configuration, Path.GetTempPath());
        _services = services.BuildServiceProvider();
    }

    public Task<TimetableReport> ImportAsync(TimetableImportRequest request) =>
        _services.GetRequiredService<TimetableImporter>().ImportAsync(request, null, default);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
