using System.Text;
using Microsoft.Data.Sqlite;
using RoomMonitor.Tests.Support;
using static RoomMonitor.Tests.Support.Timetable;

namespace RoomMonitor.Tests.Hosting;

[Trait("Category", "Long")]
public sealed class ImportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("roommonitor-command-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Import_Twice_TellsWhatItDidAndThenThatNothingChanged()
    {
        var first = await ImportAsync(TwoRooms, $"{MeetingsHeader}\n{Weekly("a")}\n{Weekly("b", start: "10:30", end: "11:30")}\n{Weekly("c", room: "A2", enrolment: 99)}");

        first.Error.Should().BeEmpty();
        first.ExitCode.Should().Be(0);
        Lines(first.Output).Should().Equal(
            "meetings.csv, line 3: room A1, 10:30-11:30, 2 dates from 2026-11-30 to 2026-12-07 left out: overlaps line 2.",
            "Rooms: 2 new, 0 changed.",
            "Reservations: 4 new, 0 changed, 0 unchanged.",
            "2 left out because of overlaps, see above.",
            "1 meeting with more people than seats, imported all the same.");

        var second = await RunAsync();

        second.ExitCode.Should().Be(0);
        Lines(second.Output).Should().Contain("Rooms: 0 new, 0 changed.").And.Contain("Reservations: 0 new, 0 changed, 4 unchanged.");
    }

    [Fact]
    public async Task Import_StrictWithOverlaps_Fails()
    {
        var run = await ImportAsync(TwoRooms, $"{MeetingsHeader}\n{Weekly("a")}\n{Weekly("b", start: "10:30", end: "11:30")}", "--strict");

        run.ShouldFail(1, "Nothing was imported: 2 reservations would overlap, and --strict allows none.");
        Lines(run.Output).Should().ContainSingle().Which.Should().EndWith("left out: overlaps line 2.");
    }

    [Fact]
    public async Task Import_BadLines_NamesEachAndFails()
    {
        var run = await ImportAsync(TwoRooms, $"{MeetingsHeader}\n{Weekly("a", room: "X")}\n{Weekly("b", start: "noon")}");

        run.ExitCode.Should().Be(1);
        run.Output.Should().BeEmpty();
        Lines(run.Error).Should().Equal(
            "meetings.csv, line 2, column room_id: room \"X\" is not in the rooms file.",
            "meetings.csv, line 3, column start: \"noon\" is no time of day such as 09:30.",
            "Nothing was imported: 2 errors.");
    }

    [Fact]
    public async Task Import_WrongColumns_SaysWhereAndWritesNothing()
    {
        var header = MeetingsHeader.Replace(",start,", ",begin,", StringComparison.Ordinal);

        var run = await ImportAsync(TwoRooms, $"{header}\n{Weekly("a")}");

        await ShouldHaveWrittenNothingAsync(run, "meetings.csv, line 1: missing columns: start.");
    }

    [Fact]
    public async Task Import_BrokenEncoding_SaysWhereAndWritesNothing()
    {
        var line = Weekly("a", title: "Óptica");
        await WriteAsync(TwoRooms, $"{MeetingsHeader}\n{line}", Encoding.Latin1);

        var run = await RunAsync();

        var column = line.IndexOf('Ó', StringComparison.Ordinal) + 1;
        await ShouldHaveWrittenNothingAsync(run, $"meetings.csv, line 2, column {column}: byte 0xD3 is no UTF-8: save the file as UTF-8.");
    }

    [Fact]
    public async Task Import_ArgumentsWithEqualsSigns_AreItsOwnAndNoSettings()
    {
        await WriteAsync(TwoRooms, $"{MeetingsHeader}\n{Weekly("a")}");

        var run = await ProgramRun.OfAsync(
            _folder, null, "import", "--rooms=rooms.csv", "--meetings=meetings.csv", "--time-zone=Europe/Lisbon",
            $"--ConnectionStrings:RoomMonitor=Data Source={Path.Combine(_folder, "elsewhere.db")}");

        run.ExitCode.Should().Be(0, run.Error);
        (await CountAsync("elsewhere.db")).Should().Be(8, "each of two rooms and two reservations has its entry in the log");
    }

    [Fact]
    public async Task Import_FileThatIsNotThere_Fails()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "rooms.csv"), TwoRooms);

        (await RunAsync()).ShouldFail(1, "meetings.csv");
    }

    [Fact]
    public async Task Import_IntoADamagedDatabase_Fails()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "data", "roommonitor.db"), new string('x', 5_000), Encoding.ASCII);

        (await ImportAsync(TwoRooms, MeetingsHeader)).ShouldFail(1, "damaged, or no SQLite database");
    }

    [Fact]
    public async Task Import_CalledWrongly_SaysHow() =>
        (await RunAsync("--quietly")).ShouldFail(2, "--quietly means nothing here. Usage: import --rooms");

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private async Task ShouldHaveWrittenNothingAsync(ProgramRun run, string says)
    {
        Lines(run.Error).Should().Equal(says, "Nothing was imported: 1 error.");
        run.ExitCode.Should().Be(1);
        run.Output.Should().BeEmpty();
        (await CountAsync(Path.Combine("data", "roommonitor.db"))).Should().Be(0);
    }

    /// <summary>Rooms, reservations and entries of the activity log together.</summary>
    private async Task<long> CountAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, database)};Mode=ReadWrite;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM Rooms) + (SELECT COUNT(*) FROM Reservations) + (SELECT COUNT(*) FROM Activity)";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<ProgramRun> ImportAsync(string rooms, string meetings, params string[] more)
    {
        await WriteAsync(rooms, meetings);
        return await RunAsync(more);
    }

    private async Task WriteAsync(string rooms, string meetings, Encoding? encoding = null)
    {
        encoding ??= new UTF8Encoding();
        await File.WriteAllTextAsync(Path.Combine(_folder, "rooms.csv"), rooms, encoding);
        await File.WriteAllTextAsync(Path.Combine(_folder, "meetings.csv"), meetings, encoding);
    }

    /// <summary>The files by name alone: the program runs in their folder.</summary>
    private Task<ProgramRun> RunAsync(params string[] more) => ProgramRun.OfAsync(
        _folder, null, ["import", "--rooms", "rooms.csv", "--meetings", "meetings.csv", "--time-zone", "Europe/Lisbon", .. more]);
}
