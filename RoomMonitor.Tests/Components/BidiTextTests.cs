using RoomMonitor.Web.Features.Browse;
using RoomMonitor.Web.Languages;

namespace RoomMonitor.Tests.Components;

public sealed class BidiTextTests
{
    [Theory]
    [InlineData("Room 1.04")]
    [InlineData("C++ & 50% Wing?")]
    [InlineData("Größe 東京")]
    [InlineData("")]
    public void Isolated_NameFromLeftToRight_IsTheSame(string name) => BidiText.Isolated(name).Should().BeSameAs(name);

    [Theory]
    [InlineData("חדר 12")]
    [InlineData("قاعة ٣")]
    [InlineData("evil \u202Enoitavreser")]
    public void Isolated_NameFromRightToLeft_StandsInItsOwnBrackets(string name) => BidiText.Isolated(name).Should().Be($"\u2068{name}\u2069");

    [Fact]
    public void Place_BuildingFromRightToLeft_KeepsTheFloorBehindIt() => BrowseWords.Place("בניין מרכזי", 2).Should().Be("\u2068בניין מרכזי\u2069, floor 2");
}
