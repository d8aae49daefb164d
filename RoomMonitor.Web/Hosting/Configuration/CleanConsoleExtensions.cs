using Microsoft.Extensions.Logging.Console;

namespace RoomMonitor.Web.Hosting.Configuration;

internal static class CleanConsoleExtensions
{
    /// <summary>Unless another format is chosen.</summary>
    public static WebApplicationBuilder AddCleanConsole(this WebApplicationBuilder builder)
    {
        builder.Logging.AddConsoleFormatter<CleanConsole, ConsoleFormatterOptions>();
        builder.Services.AddOptions<ConsoleLoggerOptions>().PostConfigure(console => console.FormatterName ??= CleanConsole.FormatName);
        return builder;
    }
}
