using BenchmarkDotNet.Attributes;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Web.Api.Status;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Sockets;

namespace RoomMonitor.Bench.Micro;

/// <summary>What leaves over sockets and REST, as UTF-8.</summary>
public class SerialisationBenchmarks
{
    public const string Update = "room.update";

    private readonly SocketMessages _messages = new();
    private OccupancySnapshot _snapshot = new Campus(0).Snapshot;
    private RoomChange? _change;
    private SocketStamp _stamp;

    [Params(200, 2_000, 10_000)]
    public int Rooms { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var campus = new Campus(Rooms);
        var entry = campus.Entry(ActivityAction.ReservationCreated, 1, 1);
        campus.Broadcaster.Apply([entry]);
        _snapshot = campus.Snapshot;
        var status = _snapshot.Find(1)!.Status;
        _change = new RoomChange(ActivityAction.ReservationCreated, status, status, entry.Reservation);
        _stamp = new SocketStamp(4711, "epoch", campus.Clock.Now);
    }

    [Benchmark(Description = Update)]
    public int RoomUpdate() => _messages.RoomUpdate(_change!, _snapshot, _stamp).Utf8.Length;

    [Benchmark(Description = "rooms.status")]
    public int RoomsStatus() => _messages.RoomsStatus(SocketMessages.RoomsStatusType, _snapshot, null, _stamp).Utf8.Length;

    [Benchmark(Description = "/api/rooms/status/")]
    public int StatusResponse() => StatusBody.Of(_snapshot, new StatusFilter(null, null, null), _stamp.Instant).Length;
}
