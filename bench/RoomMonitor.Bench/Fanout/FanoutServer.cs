using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Fanout;

/// <summary>One of the servers that are compared, freshly started, with a client that may make reservations on it.</summary>
public sealed class FanoutServer : IAsyncDisposable
{
    public const string RoomMonitor = "roommonitor";

    private const string Ready = "api/rooms/status/";
    private readonly MeasuredServer _server;
    private readonly string? _folder;

    private FanoutServer(MeasuredServer server, HttpClient client, string? folder)
    {
        _server = server;
        _folder = folder;
        Client = client;
    }

    public HttpClient Client { get; }

    public Uri Address => _server.Address;

    public ProcessMeter Meter => _server.Meter;

    /// <param name="name"><c>roommonitor</c>, or a reference server: <c>kestrel</c>, <c>node</c>.</param>
    /// <param name="settings">Further settings of RoomMonitor.</param>
    public static Task<FanoutServer> StartAsync(string name, int rooms, IReadOnlyList<string> settings) => name switch
    {
        RoomMonitor => StartRoomMonitorAsync(rooms, settings),
        "kestrel" => StartReferenceAsync(Path.Combine(Reference, "peer-kestrel", "out", "peer-kestrel"), "peer-kestrel", [], rooms),
        "node" => StartReferenceAsync("node", "peer-node", ["server.js"], rooms),
        _ => throw new BenchException($"There is no server \"{name}\": roommonitor, kestrel or node."),
    };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string Reference => Path.Combine(BenchFiles.Out, "reference");

    private static async Task<FanoutServer> StartRoomMonitorAsync(int rooms, IReadOnlyList<string> settings)
    {
        var folder = BenchFiles.NewFolder();
        await BenchDatabase.CreateAsync(BenchFiles.RoomMonitor, folder, rooms, rooms * 10);
        var server = await MeasuredServer.StartRoomMonitorAsync(BenchFiles.RoomMonitor, folder, [.. settings]);
        return new FanoutServer(server, await server.SignInAsync(), folder);
    }

    private static async Task<FanoutServer> StartReferenceAsync(string executable, string folder, string[] arguments, int rooms)
    {
        var environment = new Dictionary<string, string> { ["ROOMS"] = $"{rooms}" };
        var server = await MeasuredServer.StartOtherAsync(executable, Path.Combine(Reference, folder), arguments, Ready, environment);
        return new FanoutServer(server, new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Address }, null);
    }
}
