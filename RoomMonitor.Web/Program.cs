using Microsoft.Extensions.Options;
using RoomMonitor.Data;
using RoomMonitor.Web.Hosting;
using RoomMonitor.Web.Hosting.Configuration;

try
{
    return await RoomMonitorHost.RunAsync(args);
}
catch (OperationCanceledException)
{
    // A command was interrupted.
    return 1;
}
catch (Exception exception) when (exception is DatabaseUnavailableException or ConfigurationException or OptionsValidationException or InvalidDataException)
{
    // One clear line for the operator; a stack trace would bury it.
    await Console.Error.WriteLineAsync(exception.Message.ReplaceLineEndings(" "));
    return 1;
}

/// <summary>The entry point; public so that tests can start it.</summary>
public partial class Program;
