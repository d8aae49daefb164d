using Bunit;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Monitor;
using RoomMonitor.Web.Rooms;
using static RoomMonitor.Tests.Support.Campus;

namespace RoomMonitor.Tests.Components;

public sealed class StatBandTests : ComponentTest
{
    private static readonly RoomCounts _counts = new(36, 5, 16, 13, 6, "Fern Room", At("14:20"), 14, 200, 231);

    [Fact]
    public void Cards_TellCountWordAndContext() =>
        RenderBand().FindAll("button").Select(Text).Should().Equal(
            "36 rooms in 5 buildings",
            "16 available 13 of them for an hour or more",
            "6 ending soon Fern Room in 8 min",
            "14 occupied 200 of 231 seats taken");

    [Theory]
    [InlineData(null, 0)]
    [InlineData(OccupancyStatus.Free, 1)]
    [InlineData(OccupancyStatus.EndingSoon, 2)]
    [InlineData(OccupancyStatus.Occupied, 3)]
    public void Selected_IsTheOnlyPressedCard(OccupancyStatus? selected, int expected) =>
        RenderBand(selected).FindAll("button").Select(button => button.GetAttribute("aria-pressed") == "true").Should()
            .Equal(Enumerable.Range(0, 4).Select(index => index == expected));

    [Fact]
    public void Click_OnACard_FiltersByIt()
    {
        var chosen = new List<OccupancyStatus?>();
        var band = RenderBand(null, chosen);

        band.FindAll("button")[2].Click();

        chosen.Should().Equal(OccupancyStatus.EndingSoon);
    }

    [Fact]
    public void Click_OnTheChosenCard_GoesBackToAll()
    {
        var chosen = new List<OccupancyStatus?>();
        var band = RenderBand(OccupancyStatus.Occupied, chosen);

        band.FindAll("button")[3].Click();

        chosen.Should().Equal([null]);
    }

    [Fact]
    public void Shares_TellTheSameInWords() =>
        RenderBand().Find(".shares").GetAttribute("aria-label").Should().Be("16 available, 6 ending soon, 14 occupied");

    private static string Text(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<StatBand> RenderBand(OccupancyStatus? selected = null, List<OccupancyStatus?>? chosen = null) => Render<StatBand>(p => p
        .Add(c => c.Counts, _counts).Add(c => c.Now, Now).Add(c => c.Selected, selected).Add(c => c.SelectedChanged, status => chosen?.Add(status)));
}
