using RoomMonitor.Data.Timetables;
using RoomMonitor.Web.Hosting.Commands;

namespace RoomMonitor.Tests.Commands;

public sealed class ImportProgressTests
{
    private readonly StringWriter _error = new() { NewLine = "\n" };

    [Fact]
    public void On_Terminal_WritesOneLineOverAndOver()
    {
        var progress = ImportProgress.On(_error, isRedirected: false)!;

        progress.Report(new TimetableProgress(500, 700));
        progress.Report(new TimetableProgress(700, 700));

        _error.ToString().Should().Be("\r500 of 700 reservations written\r700 of 700 reservations written\n");
    }

    [Fact]
    public void On_FileOrPipe_IsNone() => ImportProgress.On(_error, isRedirected: true).Should().BeNull();
}
