using Microsoft.Extensions.Options;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Hosting.Demo;

/// <summary>Lets the demo campus live: one act every few seconds, for as long as the server runs.</summary>
public sealed partial class DemoSimulator(
    DemoSimulation simulation,
    IOptions<DemoOptions> options,
    [FromKeyedServices(CampusTime.Key)] TimeProvider clock,
    ILogger<DemoSimulator> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Half to one and a half times the average: a metronome looks like a machine.
                await Task.Delay(TimeSpan.FromSeconds(options.Value.SimulateEverySeconds * simulation.NextPause()), clock, stoppingToken);
                await simulation.StepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                LogFailure(exception);
            }
        }
    }

    [LoggerMessage(EventId = 131, Level = LogLevel.Warning, Message = "An act of the demo simulation failed; it goes on")]
    private partial void LogFailure(Exception exception);
}
