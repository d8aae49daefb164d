using System.Text.Json;
using System.Text.RegularExpressions;
using RoomMonitor.Tests.Support;
using Xunit.Abstractions;

namespace RoomMonitor.Tests.Examples;

/// <summary>
/// Runs docs/examples/ against a real server. What a machine has no runtime for is not run there, and the output says so: the examples
/// are for other people's machines, and this one needs none of them.
/// </summary>
[Trait("Category", "Long")]
public sealed class ExamplesTests(DemoServerFixture demo, ITestOutputHelper output) : IClassFixture<DemoServerFixture>
{
    private string Server => demo.Server.Address.ToString();

    [Fact]
    public async Task Watchers_All_TellOfChangesAndSurviveARestart()
    {
        using var folder = new TemporaryCopy(Path.Combine(ExampleProcess.Folder, "RoomWatch.cs"));
        var watchers = new List<ExampleProcess>();
        try
        {
            await StartAsync(watchers, "python3", ["-c", "pass"], "room_watch.py");
            // Debian's package is for Debian's own Python, which need not be the one in the path.
            var python = await ExampleProcess.TryRunAsync("python3", "-c", "import websockets") is (0, _) ? "python3" : "/usr/bin/python3";
            await StartAsync(watchers, python, ["-c", "import websockets"], "room_watch_websockets.py");
            await StartAsync(watchers, "node", ["--experimental-websocket", "-e", "new WebSocket('ws://127.0.0.1:1').onerror = () => {}"], "--experimental-websocket", "room-watch.mjs");
            await StartAsync(watchers, "dotnet", ["--version"], "run", folder.File);
            watchers.Should().NotBeEmpty("the .NET SDK runs these tests");
            var (room, another) = (await demo.FreeRoomAsync(), await demo.FreeRoomAsync());
            await AllSayAsync(watchers, $"{NameOf(room)}: free");

            await demo.BookNowAsync(IdOf(room), TimeSpan.FromMinutes(25));
            await AllSayAsync(watchers, $"{NameOf(room)}: occupied");

            await demo.Server.StopAsync();
            await AllSayAsync(watchers, "connection lost");
            await demo.Server.StartAgainAsync();
            await demo.BookNowAsync(IdOf(another), TimeSpan.FromMinutes(25));
            await AllSayAsync(watchers, $"{NameOf(another)}: occupied");
        }
        finally
        {
            foreach (var watcher in watchers)
            {
                await watcher.DisposeAsync();
            }
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

    /// <param name="probe">Arguments with which the program ends well where it can run the example.</param>
    private async Task StartAsync(List<ExampleProcess> watchers, string program, string[] probe, params string[] arguments)
    {
        if (await ExampleProcess.TryRunAsync(program, probe) is (0, _))
        {
            watchers.Add(ExampleProcess.Start(program, [.. arguments, Server]));
            return;
        }

        output.WriteLine($"NOT RUN: {arguments[^1]}, for which {program} {string.Join(' ', probe)} would have to succeed.");
        if (arguments[^1].EndsWith(".py", StringComparison.Ordinal) && await ExampleProcess.TryRunAsync(program, "-c", "pass") is not null)
        {
            var (exitCode, text) = (await ExampleProcess.TryRunAsync(program, "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", arguments[^1]))!.Value;
            exitCode.Should().Be(0, $"its syntax was checked: {text}");
        }
    }

    private static Task AllSayAsync(IEnumerable<ExampleProcess> watchers, string line) => Task.WhenAll(watchers.Select(watcher => watcher.LineAsync(line)));

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
