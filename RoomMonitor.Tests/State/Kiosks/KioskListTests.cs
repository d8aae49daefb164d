using RoomMonitor.Data.Kiosks;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Kiosks.Fleet;

namespace RoomMonitor.Tests.State.Kiosks;

public sealed class KioskListTests
{
    private static readonly DateTime _now = TestBoard.Start;

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(100, 50, 99)]
    [InlineData(101, 51, 100)]
    [InlineData(200, 100, 198)]
    public void Percentiles_OfOneToN_AreTheNearestRanks(int count, int p50, int p99) =>
        Percentiles.Of(Enumerable.Range(1, count).Reverse()).Should().Be(new Percentiles(p50, p99));

    [Fact]
    public void Percentiles_OfNothing_AreNone() => Percentiles.Of([]).Should().BeNull();

    [Fact]
    public void Of_Screens_AreInOrderWithTheirPlacesAndFigures()
    {
        var list = List(
            Screen("Zoo", KioskKind.Overview, building: "Building C"),
            Screen("Door", KioskKind.Room, roomId: 1, samples: [10, 20]),
            Screen("Campus", KioskKind.Free, samples: [400]),
            Screen("Gone", KioskKind.Room, roomId: 4711, revoked: true, samples: [9_999]));

        list.Items.Select(item => item.Device.Name).Should().Equal("Campus", "Door", "Zoo", "Gone");
        list.Items[1].Should().BeEquivalentTo(new { Building = "Building B", Floor = (int?)1, RoomName = "Room 001" });
        list.InUse.Should().HaveCount(3);
        list.Buildings.Should().Equal("Building B", "Building C");
        list.Freshness.Should().Be(new Percentiles(20, 400));
        list.Count(KioskKind.Room).Should().Be(1);
    }

    [Theory]
    [InlineData("", "Campus", "Door", "Zoo")]
    [InlineData("?state=revoked", "Gone")]
    [InlineData("?state=waiting")]
    [InlineData("?type=overview", "Zoo")]
    [InlineData("?building=building+b", "Door")]
    [InlineData("?q=room+001", "Door")]
    [InlineData("?q=zoo+door")]
    [InlineData("?state=nonsense&type=nonsense", "Campus", "Door", "Zoo")]
    public void Matching_Query_AreThoseThatFit(string query, params string[] names)
    {
        var list = List(
            Screen("Zoo", KioskKind.Overview, building: "Building C"),
            Screen("Door", KioskKind.Room, roomId: 1),
            Screen("Campus", KioskKind.Free),
            Screen("Gone", KioskKind.Room, roomId: 4711, revoked: true));

        list.Matching(KiosksQuery.Parse(query)).Select(item => item.Device.Name).Should().Equal(names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?state=silent&type=room&building=Main%20Building&q=lobby")]
    public void Query_WrittenAndRead_IsTheSame(string query) => KiosksQuery.Parse(query).ToQueryString().Should().Be(query);

    [Theory]
    [InlineData("?state=silent&type=Room&state=Live&q=", "?state=live&type=room")]
    [InlineData("?state=silent&q=x&clear=all", "")]
    public void Query_AsTheFormSendsIt_IsWhatWasChosenLast(string sent, string expected) => KiosksQuery.Parse(sent).ToQueryString().Should().Be(expected);

    private static KioskList List(params KioskScreen[] screens) =>
        KioskList.Of(screens, new TestBoard().With(TestBoard.Rooms(3)).Snapshot, _now, TimeSpan.FromMinutes(5));

    private static KioskScreen Screen(
        string name, KioskKind kind, int? roomId = null, string? building = null, bool revoked = false, int[]? samples = null)
    {
        var device = KioskDevice.Register(new KioskDraft(name, kind, roomId, building, null, false, false), "admin", _now);
        device.Invite(_now);
        device.Pair(_now);
        if (revoked)
        {
            device.Revoke(_now);
        }

        var report = new KioskReport
        {
            At = _now,
            Page = "",
            Version = "1.0",
            Width = 1,
            Height = 1,
            SkewMilliseconds = 0,
            DataAgeMilliseconds = 0,
            Connection = KioskConnection.Live,
            FreshnessMilliseconds = [.. samples ?? []],
            Unseen = 0,
        };
        return new KioskScreen(device, report, _now, 1);
    }
}
