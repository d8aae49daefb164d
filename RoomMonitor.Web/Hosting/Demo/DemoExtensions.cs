using RoomMonitor.Data.Demo;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Web.Hosting.Demo;

public static partial class DemoExtensions
{
    /// <exception cref="ConfigurationException">Asked for outside Development.</exception>
    public static WebApplicationBuilder AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DemoOptions>().BindConfiguration("Demo").ValidateDataAnnotations().ValidateOnStart();
        var seed = builder.Configuration.GetValue<bool>("Demo:Seed");
        var simulate = builder.Configuration.GetValue<bool>("Demo:Simulate");
        if ((seed || simulate) && !builder.Environment.IsDevelopment())
        {
            throw new ConfigurationException("Demo:Seed and Demo:Simulate are for Development only: a campus that people rely on holds no invented reservations.");
        }

        builder.Services.AddSingleton<DemoSeeder>();
        builder.Services.AddSingleton<DemoSimulation>();
        if (simulate)
        {
            builder.Services.AddHostedService<DemoSimulator>();
        }

        return builder;
    }

    /// <summary>Before the board is loaded.</summary>
    public static async Task SeedDemoAsync(this WebApplication app)
    {
        if (app.Configuration.GetValue<bool>("Demo:Seed") && await app.Services.GetRequiredService<DemoSeeder>().SeedAsync(CancellationToken.None))
        {
            LogSeeded(app.Logger, DemoCampus.Rooms.Count);
        }
    }

    [LoggerMessage(EventId = 130, Level = LogLevel.Information, Message = "The database was empty: it is a demo campus of {Rooms} rooms now")]
    private static partial void LogSeeded(ILogger logger, int rooms);
}
