using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Kiosks.Fleet;

namespace RoomMonitor.Tests.Components.Kiosk;

public sealed class KioskWordsTests : ComponentTest
{
    [Theory]
    [InlineData(-1, "just now")]
    [InlineData(2.9, "just now")]
    [InlineData(41, "41 s ago")]
    [InlineData(190, "3 min ago")]
    [InlineData(7200, "2 h ago")]
    [InlineData(8040, "2 h 14 min ago")]
    [InlineData(260_000, "3 d ago")]
    public void Ago_Seconds_IsSaidShortly(double seconds, string words) => KioskWords.Ago(TimeSpan.FromSeconds(seconds)).Should().Be(words);

    [Theory]
    [InlineData(-999, "right")]
    [InlineData(12_000, "12 s ahead")]
    [InlineData(-600_000, "10 min behind")]
    [InlineData(int.MinValue, "24 d behind")]
    public void Skew_Milliseconds_SaysWhichWay(int milliseconds, string words) => KioskWords.Skew(milliseconds).Should().Be(words);
}
