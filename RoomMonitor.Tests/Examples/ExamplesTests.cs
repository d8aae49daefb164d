using System.Text.Json;
using System.Text.RegularExpressions;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Examples;

/// <summary>Runs docs/examples/ against a real server. What a machine has no runtime for is skipped there: the examples are for other people's machines.</summary>
[Trait("Category", "Long")]
public sealed class ExamplesTests(DemoServerFixture demo) : IClassFixture<DemoServerFixture>
{
    private string Server => demo.Server.Address.ToString();

    [Theory]
    [Watcher("room_watch.py", "python3", "-c", "pass")]
    [Watcher("room_watch_websockets.py", "python3 /usr/bin/python3", "-c", "import websockets")]
    [Watcher("room-watch.mjs", "node", "--experimental-websocket", "-e", "new WebSocket('ws://127.0.0.1:1').onerror = () => {}")]
    [Watcher("RoomWatch.cs", "dotnet", "--version")]
    public async Task Watcher_TellsOfChangesAndSurvivesARestart(string file, string program)
    {
        using var folder = new TemporaryCopy(Path.Combine(ExampleProcess.Folder, "RoomWatch.cs"));
        string[] arguments = program switch
        {
            "node" => ["--experimental-websocket", file],
            "dotnet" => ["run", folder.File],
            _ => [file],
        };
        await using var watcher = ExampleProcess.Start(program, [.. arguments, Server]);
        var (room, another) = (await demo.FreeRoomAsync(), await demo.FreeRoomAsync());
        await watcher.LineAsync($"{NameOf(room)}: free");

        var reservation = await demo.BookNowAsync(IdOf(room), TimeSpan.FromMinutes(25));
        await watcher.LineAsync($"{NameOf(room)}: occupied");

        await demo.Server.StopAsync();
        await watcher.LineAsync("connection lost");
        await demo.Server.StartAgainAsync();
        var other = await demo.BookNowAsync(IdOf(another), TimeSpan.FromMinutes(25));
        await watcher.LineAsync($"{NameOf(another)}: occupied");
        await demo.CancelAsync(reservation);
        await demo.CancelAsync(other);
    }

    [FactWithPrograms("python3")]
    public async Task Python_EachExample_IsItsLanguage()
    {
        foreach (var file in Directory.EnumerateFiles(ExampleProcess.Folder, "*.py").Select(Path.GetFileName))
        {
            var (exitCode, text) = (await ExampleProcess.TryRunAsync("python3", "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", file!))!.Value;
            exitCode.Should().Be(0, text);
        }
    }

    [FactWithPrograms("curl", "jq")]
    public async Task Book_WithCurlAndJq_ShowsTheReservation()
    {
        var (exitCode, text) = (await ExampleProcess.TryRunAsync("sh", "book.sh", Server.TrimEnd('/')))!.Value;

        exitCode.Should().Be(0, text);
        using var reservation = JsonDocument.Parse(text);
        reservation.RootElement.GetProperty("purpose").GetString().Should().Be("Trying it out");
    }

    [FactWithPrograms("curl", "jq")]
    public async Task Rest_WithCurlAndJq_ShowsStatusesAndA304()
    {
        // The minute may turn between the two requests.
        var (exitCode, text) = (await ExampleProcess.TryRunAsync("sh", "rest.sh", Server.TrimEnd('/')))!.Value;

        exitCode.Should().Be(0, text);
        text.Should().MatchRegex("(?m)^(304|200)$").And.Contain("\"occupancy_status\":");
        Regex.Matches(text, "(?m)^# ").Should().HaveCount(4);
    }

    [Fact]
    public async Task Document_ForAuthors_NamesEveryExample()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(ExampleProcess.Folder, "..", "websocket-protocol.md"));

        foreach (var file in Directory.EnumerateFiles(ExampleProcess.Folder).Select(Path.GetFileName))
        {
            document.Should().Contain($"(examples/{file})");
        }
    }

    private static string NameOf(JsonElement room) => room.GetProperty("room_name").GetString()!;

    private static int IdOf(JsonElement room) => room.GetProperty("room_id").GetInt32();

    /// <summary>Apart from the repository, whose build settings a program of one file would take over.</summary>
    private sealed class TemporaryCopy : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roommonitor-example-");

        public TemporaryCopy(string file)
        {
            File = Path.Combine(_folder.FullName, Path.GetFileName(file));
            System.IO.File.Copy(file, File);
        }

        public string File { get; }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
