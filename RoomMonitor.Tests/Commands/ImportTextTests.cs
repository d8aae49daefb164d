using RoomMonitor.Data.Timetables;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Hosting.Commands;

namespace RoomMonitor.Tests.Commands;

public sealed class ImportTextTests
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    [Fact]
    public void Write_ManyErrors_StopsAtAHundred()
    {
        var errors = Enumerable.Range(1, 1_234).Select(line => new TimetableError("rooms.csv", line, null, "no.")).ToList();

        Write(new TimetableReport { IsImported = false, Errors = errors });

        _error.ToString().Should().StartWith("rooms.csv, line 1: no.\n")
            .And.EndWith("rooms.csv, line 100: no.\nand 1,134 more.\nNothing was imported: 1,234 errors.\n");
        _output.ToString().Should().BeEmpty();
    }

    [Fact]
    public void Write_EverythingThatIsNotImported_IsTold()
    {
        var date = new DateOnly(2018, 10, 22);
        var slot = new TimeSlot(new(2018, 10, 22, 9, 0, 0, DateTimeKind.Utc), new(2018, 10, 22, 10, 30, 0, DateTimeKind.Utc));
        Write(new TimetableReport
        {
            IsImported = true,
            Created = 1_000,
            Overlaps =
            [
                new(7, "A1", date, slot, [new(slot, null, 42)]),
                new(7, "A1", date.AddDays(7), slot, [new(slot, null, null)]),
            ],
            Skipped = [new(9, "A2", new(2018, 3, 25), new(1, 30), new(3, 0))],
            PastLeftAlone = 1,
            CancelledLeftAlone = 2,
            NoLongerInFiles = 3,
        });

        _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(
            "meetings.csv, line 9: room A2, 2018-03-25 left out: the clock skips 01:30 or 03:00 on that day.",
            "meetings.csv, line 7: room A1, 10:00-11:30, 2018-10-22 left out: overlaps reservation 42.",
            "meetings.csv, line 7: room A1, 10:00-11:30, 2018-10-29 left out: overlaps a time in which the room is closed.",
            "Rooms: 0 new, 0 changed.",
            "Reservations: 1,000 new, 0 changed, 0 unchanged.",
            "2 left out because of overlaps, see above.",
            "1 left out because of skipped times, see above.",
            "1 changed in the files but over already, left as before.",
            "2 cancelled since an earlier import, left cancelled.",
            "3 of an earlier import no longer in the files, left as before: an import deletes nothing.");
        _error.ToString().Should().BeEmpty();
    }

    private void Write(TimetableReport report) => new ImportText(_output, _error, "meetings.csv", Timetable.Lisbon).Write(report);
}
