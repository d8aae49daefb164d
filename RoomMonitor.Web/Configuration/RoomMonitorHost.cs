using RoomMonitor.Data;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api;
using RoomMonitor.Web.Components;
using RoomMonitor.Web.Demo;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.State;
using RoomMonitor.Web.WebSockets;

namespace RoomMonitor.Web.Configuration;

/// <summary>Puts the parts together: the server, or one of the commands.</summary>
public static class RoomMonitorHost
{
    public static async Task<int> RunAsync(string[] args)
    {
        var app = Build(args);
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AccountSeeder>().SeedAsync(CancellationToken.None);
        }

        await app.SeedDemoAsync();
        await app.RunAsync();
        return 0;
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddRoomMonitorConfiguration();
        builder.AddCampusTime();
        builder.Services.AddRoomMonitorData(builder.Configuration, Path.Combine(builder.Environment.ContentRootPath, "data"));
        builder.AddRoomMonitorAccounts();
        builder.AddOccupancy();
        builder.AddDemo();
        builder.AddRoomMonitorApi();
        builder.Services.AddRoomSockets();
        builder.Services.AddRoomMonitorState();
        builder.AddRoomMonitorComponents();
        var app = builder.Build();
        app.UseRoomMonitorApi();
        app.UseRoomMonitorAccounts();
        app.MapRoomMonitorApi();
        app.MapRoomSockets();
        app.MapRoomMonitorComponents();
        return app;
    }
}
