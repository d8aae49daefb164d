using BenchmarkDotNet.Attributes;
using RoomMonitor.Domain.Activity;

namespace RoomMonitor.Bench.Micro;

/// <summary>One change of one reservation, taken in by the board.</summary>
public class BoardBenchmarks
{
    public const string OneChange = "board change";

    private const int Changes = 2;
    private Campus _campus = new(0);
    private int _room;
    private int _version;

    [Params(200, 2_000, 10_000)]
    public int Rooms { get; set; }

    [GlobalSetup]
    public void Setup() => _campus = new Campus(Rooms);

    /// <summary>Made and deleted again, room after room, so that schedules stay as long as they are.</summary>
    [Benchmark(Description = OneChange, OperationsPerInvoke = Changes)]
    public void Change()
    {
        _room = (_room % Rooms) + 1;
        _version += Changes;
        _campus.Broadcaster.Apply([_campus.Entry(ActivityAction.ReservationCreated, _room, _version)]);
        _campus.Broadcaster.Apply([_campus.Entry(ActivityAction.ReservationDeleted, _room, _version + 1)]);
    }
}
