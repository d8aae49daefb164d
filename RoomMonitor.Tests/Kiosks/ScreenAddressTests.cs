using System.Net;
using RoomMonitor.Tests.Api;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Kiosks;

/// <summary>Whatever stands in an address, whoever opens it sees a page.</summary>
public sealed class ScreenAddressTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("/kiosk/overview?floor=abc")]
    [InlineData("/kiosk/overview?floor=")]
    [InlineData("/kiosk/overview?floor=1&floor=2")]
    [InlineData("/kiosk/overview?floor=99999999999")]
    [InlineData("/kiosk/free?floor=abc&theme=pink&lang=xx&eink=maybe")]
    [InlineData("/kiosk/free?floor=%00&lang=%FF")]
    [InlineData("/kiosk/rooms/{id}?floor=abc&lang=%00")]
    [InlineData("/rooms/{id}?week=abc&start=abc&end=abc&minutes=abc&people=abc&again=abc")]
    [InlineData("/rooms/{id}/badge.svg?lang=%00&lang=de")]
    [InlineData("/?seats=abc&on=abc&from=abc&to=abc&free=abc&status=abc&building=%00&with=%FF&when=abc")]
    [InlineData("/monitor?status=abc&building=%00&floor=abc&sort=abc&view=abc&q=%FF")]
    [InlineData("/account/sign-in?returnUrl=%00&returnUrl=b")]
    public async Task Address_WithWhatCantBeRead_IsThePageWithoutIt(string address)
    {
        var roomId = await fixture.NewRoomAsync();

        using var browser = fixture.App.CreateBrowser();
        var response = await browser.GetAsync(address.Replace("{id}", $"{roomId}", StringComparison.Ordinal));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/kiosk/overview?floor=7")]
    [InlineData("/kiosk/rooms/99999999999")]
    [InlineData("/rooms/99999999999")]
    [InlineData("/rooms/abc")]
    public async Task Address_OfWhatIsNotThere_IsAPageThatSaysSo(string address)
    {
        using var browser = fixture.App.CreateBrowser();
        var response = await browser.GetAsync(address);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).Should().Contain("<h");
    }
}
