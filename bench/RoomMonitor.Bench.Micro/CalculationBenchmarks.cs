using BenchmarkDotNet.Attributes;
using RoomMonitor.Domain.Occupancy;

namespace RoomMonitor.Bench.Micro;

/// <summary>A status from a room's schedule, of one room and of all.</summary>
public class CalculationBenchmarks
{
    public const string OneRoom = "status of one room";

    private RoomSchedule[] _schedules = [];
    private DateTime _now;

    [Params(200, 2_000, 10_000)]
    public int Rooms { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var campus = new Campus(Rooms);
        _schedules = [.. campus.Snapshot.Rooms.Select(room => room.Schedule)];
        _now = campus.Clock.Now;
    }

    [Benchmark(Description = OneRoom)]
    public RoomStatus One() => _schedules[0].StatusAt(_now);

    [Benchmark(Description = "status of all rooms")]
    public int All()
    {
        var occupied = 0;
        foreach (var schedule in _schedules)
        {
            occupied += schedule.StatusAt(_now).IsOccupied ? 1 : 0;
        }

        return occupied;
    }
}
