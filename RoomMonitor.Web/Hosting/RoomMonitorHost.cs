using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using RoomMonitor.Data;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Embedding;
using RoomMonitor.Web.Api.Status;
using RoomMonitor.Web.Api;
using RoomMonitor.Web.Api.Caching;
using RoomMonitor.Web.Hosting.Commands;
using RoomMonitor.Web.Hosting.Configuration;
using RoomMonitor.Web.Hosting.Demo;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Kiosks.Screens;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Security;
using RoomMonitor.Web.Shell.Languages;
using RoomMonitor.Web.Shell.Offline;
using RoomMonitor.Web.Shell;
using RoomMonitor.Web.Sockets.Transport;
using RoomMonitor.Web.Sockets;

namespace RoomMonitor.Web.Hosting;

/// <summary>Puts the parts together: the server, or one of the commands.</summary>
public static class RoomMonitorHost
{
    public static async Task<int> RunAsync(string[] args) =>
        await CommandLine.AnswerAsync(args) ?? await (CommandTable.IsCommand(args) ? CommandTable.RunAsync(args) : ServeAsync(args));

    /// <summary>What the server and every command need.</summary>
    internal static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ProgramFolder.Find() });
        builder.AddRoomMonitorConfiguration();
        builder.AddCleanConsole();
        builder.AddCampusTime();
        builder.Services.AddRoomMonitorData(builder.Configuration, builder.DataFolder(), builder.Environment.ContentRootPath);
        builder.AddRoomMonitorAccounts();
        return builder;
    }

    /// <summary>Builds, and looks at every setting before anything starts.</summary>
    /// <exception cref="ConfigurationException">A setting that can't be.</exception>
    internal static WebApplication Validated(Func<WebApplication> build)
    {
        try
        {
            var app = build();
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            app.Services.GetRequiredKeyedService<TimeProvider>(CampusTime.Key);
            return app;
        }
        catch (InvalidOperationException exception) when (exception.Source == "Microsoft.Extensions.Configuration.Binder")
        {
            throw new ConfigurationException(exception.Message);
        }
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        // What goes wrong while it starts is thrown, and told once: the host's own log of it is a stack trace.
        var isStarted = false;
        await using var app = Validated(() => Build(args, level => isStarted && level >= LogLevel.Information));
        app.RequireProtectionKeys();
        var database = app.Services.GetRequiredService<DatabaseMigrator>();
        await database.MigrateAsync(CancellationToken.None);
        OwnFiles.Tighten(app);
        app.WarnOfOpenHosts();
        await database.UsingAsync(async () =>
        {
            await using (var scope = app.Services.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<AccountSeeder>().SeedAsync(CancellationToken.None);
            }

            await app.SeedDemoAsync();
            await StartAsync(app);
        });
        isStarted = true;
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception exception) when (exception is IOException { InnerException: AddressInUseException } or SocketException or FormatException)
        {
            throw new ConfigurationException($"The server can't listen: {exception.Message}");
        }
    }

    private static WebApplication Build(string[] args, Func<LogLevel, bool> hostLogs)
    {
        var builder = CreateBuilder(args);
        builder.RequireAssets();
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", hostLogs);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.KeyRingProvider", hostLogs);
        builder.AddRoomMonitorTransport();
        builder.AddRoomMonitorSecurity();
        builder.AddOccupancy();
        builder.AddDemo();
        builder.AddRoomMonitorApi();
        builder.AddKioskDevices();
        builder.Services.AddRoomSockets();
        builder.Services.AddRoomMonitorState();
        builder.AddScreens();
        builder.AddRoomMonitorComponents();
        builder.AddPublicDocuments();
        var app = builder.Build();
        app.UseRoomMonitorSecurity();
        app.UseRoomMonitorTransport();
        app.UsePathBase();
        app.Use(next => context => HeadRequests.AnswerAsync(context, next));
        app.UseCircuitOrigins();
        app.UsePlainHttpGuard();
        app.UseRouting();
        app.UseRoomMonitorEmbedding();
        app.UseRoomStatus();
        app.UseRoomMonitorErrorPages();
        app.UseRoomMonitorApi();
        app.UseKioskDevices();
        app.UseRoomMonitorAccounts();
        app.UsePageLanguages();
        app.MapRoomMonitorApi();
        app.MapRoomSockets();
        app.MapRoomMonitorEmbedding();
        app.MapRoomMonitorOffline();
        app.MapKioskDevices();
        app.MapScreens();
        app.MapRoomMonitorComponents();
        app.UsePublicDocuments();
        return app;
    }
}
