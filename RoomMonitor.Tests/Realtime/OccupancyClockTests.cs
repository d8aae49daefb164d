using Microsoft.Extensions.Logging.Abstractions;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.Realtime;

public sealed class OccupancyClockTests : IAsyncLifetime
{
    private readonly OccupancyScene _scene = new();
    private readonly OccupancyClock _clock;
    private OccupancySubscription _subscription = null!;

    public OccupancyClockTests() => _clock = new OccupancyClock(_scene.Broadcaster, _scene.Clock, NullLogger<OccupancyClock>.Instance);

    public async Task InitializeAsync()
    {
        _subscription = _scene.Broadcaster.Subscribe();
        await _clock.StartAsync(default);
    }

    public async Task DisposeAsync()
    {
        await _clock.StopAsync(default);
        _clock.Dispose();
        _subscription.Dispose();
    }

    [Fact]
    public async Task Transitions_OfAReservation_ArePublishedAtTheirVerySecond()
    {
        _scene.Broadcaster.Apply([_scene.Created(roomId: 1, startsInMinutes: 20, minutes: 45)]);

        var seen = await AdvanceUntilAsync(TimeSpan.FromMinutes(70));

        var start = OccupancyScene.Start.UtcDateTime;
        seen.Where(s => s.Change.Action is null).Select(s => (s.At, s.Change.Status.Occupancy)).Should().Equal(
            (start.AddMinutes(20), OccupancyStatus.Occupied),
            (start.AddMinutes(50), OccupancyStatus.EndingSoon),
            (start.AddMinutes(65), OccupancyStatus.Free));
    }

    [Fact]
    public async Task Midnight_OfTheCampus_ChangesReservationsToday()
    {
        _scene.Broadcaster.Apply([_scene.Created(roomId: 1, startsInMinutes: 20, minutes: 10)]);

        var seen = await AdvanceUntilAsync(TimeSpan.FromHours(15), TimeSpan.FromSeconds(10));

        var midnight = seen.Should().ContainSingle(s => s.At == new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc)).Subject;
        midnight.Change.Before.ReservationsToday.Should().Be(1);
        midnight.Change.Status.ReservationsToday.Should().Be(0);
    }

    [Fact]
    public async Task ClockStepped_WithoutAnyTimerFiring_HealsWithin30Seconds()
    {
        _scene.Broadcaster.Apply([_scene.Created(roomId: 1, startsInMinutes: 20, minutes: 600)]);

        _scene.Clock.AdjustTime(OccupancyScene.Start.AddHours(2));
        var seen = await AdvanceUntilAsync(TimeSpan.FromSeconds(31));

        seen.Should().Contain(s => s.Change.Status.Occupancy == OccupancyStatus.Occupied);
    }

    [Fact]
    public async Task StopAsync_Stopped_LetsNoMoreTimePass()
    {
        _scene.Broadcaster.Apply([_scene.Created(roomId: 1, startsInMinutes: 20, minutes: 600)]);
        await _clock.StopAsync(default);
        var version = _scene.Board.Snapshot.Version;

        _scene.Clock.Advance(TimeSpan.FromHours(1));

        _scene.Board.Snapshot.Version.Should().Be(version);
    }

    /// <summary>Turns the clock second by second and notes each change with the second at which it was published.</summary>
    private async Task<List<(DateTime At, RoomChange Change)>> AdvanceUntilAsync(TimeSpan duration, TimeSpan? step = null)
    {
        var seen = new List<(DateTime, RoomChange)>();
        var by = step ?? TimeSpan.FromSeconds(1);
        var version = _subscription.Initial.Version;
        for (var passed = TimeSpan.Zero; passed < duration; passed += by)
        {
            _scene.Clock.Advance(by);
            while (_scene.Board.Snapshot.Version > version)
            {
                var batch = await _subscription.ReadAsync(default);
                version = batch.Latest.Version;
                seen.AddRange(batch.Updates.SelectMany(u => u.Changes).Select(change => (_scene.Now, change)));
            }
        }

        return seen;
    }
}
