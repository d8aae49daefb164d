using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.Realtime;

public sealed class CampusClockTests
{
    private static readonly DateTimeOffset _today = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _startAt = new(2018, 10, 22, 8, 55, 0, TimeSpan.FromHours(1));

    private readonly FakeTimeProvider _real = new(_today);

    [Fact]
    public void GetUtcNow_StartAt_IsThereAndTicksOnInRealTime()
    {
        var clock = new CampusClock(_real, _startAt);

        clock.GetUtcNow().Should().Be(_startAt, "it starts there, whatever the real time is");
        clock.GetUtcNow().Offset.Should().Be(TimeSpan.Zero, "an instant of the campus is UTC");

        _real.Advance(TimeSpan.FromMinutes(7));
        clock.GetUtcNow().Should().Be(_startAt.AddMinutes(7), "seven real minutes are seven of the campus");
    }

    [Fact]
    public void GetUtcNow_WithoutStartAt_IsRealTime()
    {
        var clock = new CampusClock(_real, startAt: null);

        clock.GetUtcNow().Should().Be(_today);

        _real.Advance(TimeSpan.FromMinutes(7));
        clock.GetUtcNow().Should().Be(_today.AddMinutes(7), "seven real minutes are seven of the campus");
    }

    [Fact]
    public void Timestamps_StartAt_MeasureRealTime()
    {
        var clock = new CampusClock(_real, _startAt);
        var since = clock.GetTimestamp();

        _real.Advance(TimeSpan.FromSeconds(90));

        clock.GetElapsedTime(since).Should().Be(TimeSpan.FromSeconds(90), "lengths of time are not shifted");
    }

    [Fact]
    public async Task CreateTimer_StartAt_FiresAfterRealTime()
    {
        var clock = new CampusClock(_real, _startAt);
        var fired = 0;
        await using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10));

        _real.Advance(TimeSpan.FromSeconds(29));
        fired.Should().Be(0, "it is due after 30 s");
        _real.Advance(TimeSpan.FromSeconds(1));
        fired.Should().Be(1, "30 s have passed");
        _real.Advance(TimeSpan.FromSeconds(20));
        fired.Should().Be(3, "it comes again every 10 s");
    }
}
