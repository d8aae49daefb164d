using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using RoomMonitor.Domain.Names;

namespace RoomMonitor.Web.Hosting.Configuration;

/// <summary>
/// The framework's console lines, in which no value can begin another line, move a terminal's cursor or turn the reading direction: a path, a name or a
/// header that is logged may hold anything. The framework's other formats (<c>Logging:Console:FormatterName</c>) stay as they are; json escapes by itself.
/// </summary>
internal sealed class CleanConsole(IServiceProvider services) : ConsoleFormatter(FormatName)
{
    public const string FormatName = "clean";

    /// <summary>Stands where something was that nobody should write to a terminal.</summary>
    private const char Replacement = '\u00B7';

    private ConsoleFormatter? _lines;

    private ConsoleFormatter Lines =>
        _lines ??= services.GetServices<ConsoleFormatter>().First(formatter => formatter.Name == ConsoleFormatterNames.Simple);

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var exception = logEntry.Exception is { } thrown ? new Shown(thrown) : null;
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        Lines.Write(
            new LogEntry<string>(
                logEntry.LogLevel, logEntry.Category, logEntry.EventId, HiddenCharacters.Replaced(message, Replacement), exception, static (text, _) => text),
            scopeProvider,
            textWriter);
    }

    /// <summary>A stack trace has lines, which are written indented; nothing else of what it holds.</summary>
    private sealed class Shown(Exception thrown) : Exception(thrown.Message)
    {
        public override string ToString() => HiddenCharacters.Replaced(thrown.ToString(), Replacement, keepsLines: true).Replace('\r', Replacement);
    }
}
