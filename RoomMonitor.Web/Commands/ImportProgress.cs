using RoomMonitor.Data.Timetables;

namespace RoomMonitor.Web.Commands;

/// <summary>One line on a terminal that is written over and over.</summary>
internal sealed class ImportProgress(TextWriter terminal) : IProgress<TimetableProgress>
{
    public void Report(TimetableProgress value)
    {
        terminal.Write($"\r{value.Written} of {value.Total} reservations written");
        if (value.Written == value.Total)
        {
            terminal.WriteLine();
        }
    }
}
