using Microsoft.Extensions.Logging.Console;

namespace RoomMonitor.Web.Hosting.Commands;

/// <summary>The commands by name.</summary>
internal static class CommandTable
{
    public const int Done = 0;

    public const int Refused = 1;

    public const int CalledWrongly = 2;

    private static readonly ICommand[] _commands = [new CreateAdminCommand(), new ImportCommand()];

    /// <summary>Each command with what it takes.</summary>
    public static IEnumerable<string> Usages => _commands.Select(command => $"{command.Name} {command.Usage}");

    /// <summary>A first argument that is a word rather than an option names a command.</summary>
    public static bool IsCommand(string[] args) => args is [{ Length: > 0 } word, ..] && !word.StartsWith('-');

    public static async Task<int> RunAsync(string[] args)
    {
        if (Array.Find(_commands, command => command.Name == args[0]) is not { } command)
        {
            var known = string.Join("; ", Usages);
            await Console.Error.WriteLineAsync($"There is no command \"{args[0]}\". Commands: {known}. Without one, the server starts.");
            return CalledWrongly;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        var settings = args.Skip(1).Where(IsSetting).ToArray();
        var builder = RoomMonitorHost.CreateBuilder(settings);

        // Standard output is the command's own.
        builder.Logging.AddFilter(level => level >= LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        await using var app = RoomMonitorHost.Validated(builder.Build);
        return await command.RunAsync(app.Services, [.. args.Skip(1).Where(argument => !IsSetting(argument))], stop.Token);
    }

    /// <summary><c>--Section:Key=value</c>: by its colon it differs from a command's own <c>--name=value</c>.</summary>
    internal static bool IsSetting(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.Split('=', 2) is [var key, _] && key.Contains(':', StringComparison.Ordinal);
}
