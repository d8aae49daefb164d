using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data;
using RoomMonitor.Data.Locking;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Web.Configuration;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Commands;

/// <summary>
/// <c>import</c>: a timetable from CSV files. Exit code 0: done; 1: bad input, overlaps with <c>--strict</c>, or the database;
/// 2: wrong arguments. Running servers find what it writes in the activity log.
/// </summary>
public static class ImportCommand
{
    public const string Name = "import";

    /// <param name="args">What stands behind the name.</param>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var (arguments, problem) = ImportArguments.Parse(args);
        if (arguments is null)
        {
            await Console.Error.WriteLineAsync(problem);
            await Console.Error.WriteLineAsync(ImportArguments.Usage);
            return 2;
        }

        try
        {
            return await ImportAsync(arguments, cancellationToken);
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

        return 1;
    }

    private static async Task<int> ImportAsync(ImportArguments arguments, CancellationToken cancellationToken)
    {
        var rooms = await TimetableFile.ReadAsync(FullPath(arguments.Rooms), cancellationToken);
        var meetings = await TimetableFile.ReadAsync(FullPath(arguments.Meetings), cancellationToken);
        await using var app = Build(arguments.Settings);
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);

        var request = new TimetableImportRequest(rooms, meetings, arguments.Calendar, arguments.IsStrict);
        var progress = Console.IsErrorRedirected ? null : new ImportProgress(Console.Error);
        var report = await app.Services.GetRequiredService<TimetableImporter>().ImportAsync(request, progress, cancellationToken);
        new ImportText(Console.Out, Console.Error, meetings.Name, arguments.Calendar).Write(report);
        return report.IsImported ? 0 : 1;
    }

    /// <summary>Configuration, clock and database as the server has them; nothing is started.</summary>
    private static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);

        // The report and one line for an error are what an operator reads here.
        builder.Logging.ClearProviders();
        builder.AddRoomMonitorConfiguration();
        builder.AddCampusTime();
        builder.Services.AddRoomMonitorData(builder.Configuration, Path.Combine(builder.Environment.ContentRootPath, "data"));
        return builder.Build();
    }

    /// <summary><c>dotnet run</c> starts the program in the project's folder; the one in which it was typed stands in PWD.</summary>
    private static string FullPath(string path)
    {
        var shellFolder = Environment.GetEnvironmentVariable("PWD");
        return File.Exists(path) || string.IsNullOrEmpty(shellFolder) ? path : Path.Combine(shellFolder, path);
    }
}
