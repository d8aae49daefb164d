using RoomMonitor.Data.Timetables;

namespace RoomMonitor.Web.Hosting.Commands;

/// <summary>One line on a terminal that is written over and over.</summary>
internal sealed class ImportProgress : IProgress<TimetableProgress>
{
    private readonly TextWriter _terminal;

    private ImportProgress(TextWriter terminal) => _terminal = terminal;

    /// <summary>Null where it goes to a file or a pipe, in which nothing can be written over.</summary>
    public static ImportProgress? On(TextWriter error, bool isRedirected) => isRedirected ? null : new ImportProgress(error);

    public void Report(TimetableProgress value)
    {
        _terminal.Write($"\r{value.Written} of {value.Total} reservations written");
        if (value.Written == value.Total)
        {
            _terminal.WriteLine();
        }
    }
}
