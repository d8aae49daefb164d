using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Tests.State.Monitor;

public sealed class ChangeHighlightsTests
{
    private static readonly DateTimeOffset _now = TestBoard.Start;

    [Fact]
    public void Add_FewChanges_HighlightsThemForTwoSeconds()
    {
        var highlights = ChangeHighlights.None.Add([1, 2], _now);

        highlights.RoomIds.Should().BeEquivalentTo([1, 2]);
        highlights.At(_now.AddSeconds(1.9)).Should().BeSameAs(highlights);
        highlights.At(highlights.EndsAt!.Value).RoomIds.Should().BeEmpty();
    }

    [Fact]
    public void Add_SixWithinASecond_HighlightsNone()
    {
        var highlights = ChangeHighlights.None.Add([1, 2, 3], _now).Add([4, 5, 6], _now.AddSeconds(0.9));

        highlights.RoomIds.Should().BeEmpty();
        highlights.EndsAt.Should().BeNull();
    }

    [Fact]
    public void Add_FiveAtOnce_HighlightsAll() =>
        ChangeHighlights.None.Add(Enumerable.Range(1, 5), _now).RoomIds.Should().HaveCount(5);

    [Fact]
    public void Add_SixOverMoreThanASecond_HighlightsAll() =>
        ChangeHighlights.None.Add([1, 2, 3], _now).Add([4, 5, 6], _now.AddSeconds(1)).RoomIds.Should().HaveCount(6);

    [Fact]
    public void Add_AfterABurst_HighlightsAgain() =>
        ChangeHighlights.None.Add(Enumerable.Range(1, 50), _now).Add([51], _now.AddSeconds(1)).RoomIds.Should().Equal(51);

    [Fact]
    public void Add_SameRoomAgain_ProlongsIt()
    {
        var highlights = ChangeHighlights.None.Add([1], _now).Add([1], _now.AddSeconds(1.5));

        highlights.At(_now.AddSeconds(2)).RoomIds.Should().Equal(1);
        highlights.At(_now.AddSeconds(3.5)).RoomIds.Should().BeEmpty();
    }
}
