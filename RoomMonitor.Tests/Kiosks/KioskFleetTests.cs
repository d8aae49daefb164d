using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Web.Kiosks.Devices;

namespace RoomMonitor.Tests.Kiosks;

public sealed class KioskFleetTests
{
    private static readonly TimeSpan _unknownAfter = TimeSpan.FromMinutes(5);
    private static readonly DateTime _now = new(2026, 11, 24, 14, 12, 0, DateTimeKind.Utc);

    private readonly FakeTimeProvider _time = new(_now);
    private readonly KioskFleet _fleet;
    private int _changes;

    public KioskFleetTests()
    {
        _fleet = new KioskFleet(_time);
        _fleet.Changed += () => _changes++;
    }

    [Fact]
    public void FindByToken_PairedRevokedAndUnknown_KnowsWhoHoldsOneNow()
    {
        var device = Paired(out var hash);
        _fleet.Load([device]);

        _fleet.FindByToken(hash)!.Device.Should().BeSameAs(device);
        _fleet.FindByToken(KioskSecret.HashOf("else")).Should().BeNull();
        device.Revoke(_now);
        _fleet.Put(device);
        _fleet.FindByToken(hash).Should().BeNull();
    }

    [Fact]
    public void Put_OlderThanKnown_ChangesNothing()
    {
        var before = Paired(out var hash);
        var after = Paired(out var newHash, pairings: 2);
        _fleet.Put(after);

        _fleet.Put(before);

        _fleet.FindByToken(newHash).Should().NotBeNull();
        _fleet.FindByToken(hash).Should().BeNull();
    }

    [Fact]
    public async Task Put_TokenIsGone_SaysSoAndEndsItsStreams()
    {
        _fleet.Put(Paired(out var hash));
        var stream = _fleet.Open(hash)!;

        _fleet.Put(Paired(out _, pairings: 2));

        (await ReadToEndAsync(stream)).Should().Equal("event: revoked\ndata: {}\n\n");
        _fleet.Open(hash).Should().BeNull();
        _fleet.Screens.Should().ContainSingle().Which.Streams.Should().Be(0);
    }

    [Fact]
    public async Task Send_ToWhoeverListens_SaysWhetherAnybodyDoes()
    {
        _fleet.Put(Paired(out var hash));
        _fleet.Send(0, KioskEvent.Reload).Should().BeFalse();
        var stream = _fleet.Open(hash)!;

        _fleet.Send(0, KioskEvent.Reload).Should().BeTrue();
        _fleet.Send(0, KioskEvent.Identify("Door \"A1\"\n")).Should().BeTrue();
        _fleet.KeepStreamsAlive();
        stream.End();

        (await ReadToEndAsync(stream)).Should().Equal(
            "event: reload\ndata: {}\n\n", "event: identify\ndata: {\"name\":\"Door \\\"A1\\\"\\n\",\"seconds\":15}\n\n", ":\n\n");
        _fleet.Close(stream);
        _fleet.Send(0, KioskEvent.Reload).Should().BeFalse();
    }

    [Fact]
    public async Task Open_TooManyPages_EndsTheOldest()
    {
        _fleet.Put(Paired(out var hash));
        var oldest = _fleet.Open(hash)!;

        Enumerable.Range(0, 4).Select(_ => _fleet.Open(hash)).Should().NotContainNulls();

        (await ReadToEndAsync(oldest)).Should().BeEmpty();
        _fleet.Screens.Should().ContainSingle().Which.Streams.Should().Be(4);
    }

    [Fact]
    public void Report_WithoutSamples_KeepsThoseBefore()
    {
        _fleet.Put(Paired(out _));

        _fleet.Report(0, Report(_now) with { FreshnessMilliseconds = [40, 60] });
        _fleet.Report(0, Report(_now.AddMinutes(1)));
        _fleet.Report(4711, Report(_now));

        var screen = _fleet.Screens.Should().ContainSingle().Subject;
        screen.Report!.FreshnessMilliseconds.Should().Equal(40, 60);
        screen.SeenAt.Should().Be(_now.AddMinutes(1));
        _changes.Should().Be(3);
    }

    [Fact]
    public void TakeSeen_Once_ForEachScreenThatWasHeardOf()
    {
        _fleet.Put(Paired(out _));
        _fleet.TakeSeen().Should().BeEmpty();

        _fleet.Report(0, Report(_now));

        _fleet.TakeSeen().Should().Equal(new Dictionary<int, DateTime> { [0] = _now });
        _fleet.TakeSeen().Should().BeEmpty();
    }

    [Theory]
    [InlineData(KioskConnection.Live, 4_000, 0, KioskState.Live)]
    [InlineData(KioskConnection.Live, 4_000, 90, KioskState.Live)]
    [InlineData(KioskConnection.Live, 4_000, 91, KioskState.Reconnecting)]
    [InlineData(KioskConnection.Live, 90_001, 0, KioskState.Reconnecting)]
    [InlineData(KioskConnection.Live, null, 0, KioskState.Reconnecting)]
    [InlineData(KioskConnection.Polling, 4_000, 0, KioskState.Reconnecting)]
    [InlineData(KioskConnection.Lost, 4_000, 300, KioskState.Reconnecting)]
    [InlineData(KioskConnection.Live, 4_000, 301, KioskState.Silent)]
    public void StateAt_Reported_IsWhatItsDoorShows(KioskConnection connection, int? dataAge, int seconds, KioskState state)
    {
        var device = Paired(out _);
        var screen = new KioskScreen(device, Report(_now) with { Connection = connection, DataAgeMilliseconds = dataAge }, _now, 1);

        screen.StateAt(_now.AddSeconds(seconds), _unknownAfter).Should().Be(state);
    }

    [Theory]
    [InlineData(120, KioskState.Reconnecting)]
    [InlineData(121, KioskState.Silent)]
    public void StateAt_ScreensThatGiveUpSooner_IsSilentWhenTheyDo(int seconds, KioskState state) =>
        new KioskScreen(Paired(out _), null, _now, 0).StateAt(_now.AddSeconds(seconds), TimeSpan.FromSeconds(120)).Should().Be(state);

    [Fact]
    public void StateAt_WithoutReports_IsByWhatIsKnown()
    {
        var waiting = KioskDevice.Register(Draft, "admin", _now);
        var paired = Paired(out _);
        var revoked = Paired(out _);
        revoked.Revoke(_now);

        new KioskScreen(waiting, null, null, 0).StateAt(_now, _unknownAfter).Should().Be(KioskState.Waiting);
        new KioskScreen(paired, null, _now.AddMinutes(-1), 0).StateAt(_now, _unknownAfter).Should().Be(KioskState.Reconnecting);
        new KioskScreen(paired, null, null, 0).StateAt(_now, _unknownAfter).Should().Be(KioskState.Silent);
        new KioskScreen(revoked, Report(_now), _now, 1).StateAt(_now, _unknownAfter).Should().Be(KioskState.Revoked);
    }

    private static KioskDraft Draft { get; } = new("Door A1", KioskKind.Room, 1, null, null, ShowsDetails: false, MayBook: true);

    private static KioskReport Report(DateTime at) => new()
    {
        At = at,
        Page = "/kiosk/rooms/1",
        Version = "1.0",
        Width = 1280,
        Height = 800,
        SkewMilliseconds = 12,
        DataAgeMilliseconds = 4_000,
        Connection = KioskConnection.Live,
        FreshnessMilliseconds = [],
        Unseen = 0,
    };

    /// <summary>A screen as the database has it; its id is 0.</summary>
    private static KioskDevice Paired(out string hash, int pairings = 1)
    {
        var device = KioskDevice.Register(Draft, "admin", _now);
        for (var pairing = 0; pairing < pairings; pairing++)
        {
            device.Invite(_now);
            device.Pair(_now);
        }

        hash = device.TokenHash!;
        return device;
    }

    private static async Task<IReadOnlyList<string>> ReadToEndAsync(KioskStream stream)
    {
        var texts = new List<string>();
        await foreach (var happened in stream.ReadAsync(default))
        {
            texts.Add(happened.Text);
        }

        return texts;
    }
}
