using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Growth;

/// <summary>RoomMonitor with a database of one size, started as often as one likes.</summary>
public sealed class GrowthServer : IDisposable
{
    private readonly string _folder;

    private GrowthServer(int rooms, string folder)
    {
        Rooms = rooms;
        _folder = folder;
    }

    public int Rooms { get; }

    public static async Task<GrowthServer> PrepareAsync(int rooms, int reservations)
    {
        var folder = BenchFiles.NewFolder();
        await BenchDatabase.CreateAsync(BenchFiles.RoomMonitor, folder, rooms, reservations);
        return new GrowthServer(rooms, folder);
    }

    public Task<MeasuredServer> StartAsync() => MeasuredServer.StartRoomMonitorAsync(BenchFiles.RoomMonitor, _folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
