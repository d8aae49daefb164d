using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data;
using RoomMonitor.Data.Locking;
using RoomMonitor.Data.Timetables;

namespace RoomMonitor.Web.Hosting.Commands;

/// <summary>
/// A timetable from CSV files. Exit code 0: done; 1: bad input, overlaps with <c>--strict</c>, or the database; 2: wrong arguments.
/// Running servers find what it writes in the activity log.
/// </summary>
internal sealed class ImportCommand : ICommand
{
    public string Name => "import";

    public string Usage => "--rooms ROOMS.csv --meetings MEETINGS.csv --time-zone Europe/Lisbon [--strict] (imports a timetable)";

    public async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (parsed, problem) = ImportArguments.Parse(arguments);
        if (parsed is null)
        {
            await Console.Error.WriteLineAsync($"{problem} Usage: {Name} {Usage}");
            return CommandTable.CalledWrongly;
        }

        try
        {
            return await ImportAsync(services, parsed, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message.ReplaceLineEndings(" "));
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or DatabaseBusyException)
        {
            var cause = exception.GetBaseException().Message.ReplaceLineEndings(" ");
            await Console.Error.WriteLineAsync($"Nothing was imported: the database can't be written. {cause}");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. Nothing was imported.");
        }

        return CommandTable.Refused;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, ImportArguments arguments, CancellationToken cancellationToken)
    {
        var rooms = await TimetableFile.ReadAsync(FullPath(arguments.Rooms), cancellationToken);
        var meetings = await TimetableFile.ReadAsync(FullPath(arguments.Meetings), cancellationToken);
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);

        var request = new TimetableImportRequest(rooms, meetings, arguments.Calendar, arguments.IsStrict);
        var progress = ImportProgress.On(Console.Error, Console.IsErrorRedirected);
        var report = await services.GetRequiredService<TimetableImporter>().ImportAsync(request, progress, cancellationToken);
        new ImportText(Console.Out, Console.Error, meetings.Name, arguments.Calendar).Write(report);
        return report.IsImported ? CommandTable.Done : CommandTable.Refused;
    }

    /// <summary><c>dotnet run</c> starts the program in the project's folder; the one in which it was typed stands in PWD.</summary>
    private static string FullPath(string path)
    {
        var shellFolder = Environment.GetEnvironmentVariable("PWD");
        return File.Exists(path) || string.IsNullOrEmpty(shellFolder) ? path : Path.Combine(shellFolder, path);
    }
}
