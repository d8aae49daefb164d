using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class LanguageTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    [Fact]
    public async Task TwoReadersAtOnce_EachSeesLiveChangesInHisOwnLanguage()
    {
        var german = await chromium.OpenAsync(demo.Server.Address, "/monitor?view=table", locale: "de-DE");
        var english = await chromium.OpenAsync(demo.Server.Address, "/monitor?view=table", locale: "en-US");
        var room = await demo.FreeRoomAsync();
        var (id, name) = (room.GetProperty("room_id").GetInt32(), room.GetProperty("room_name").GetString()!);
        await Assertions.Expect(german.Locator("html")).ToHaveAttributeAsync("lang", "de-DE");
        await Assertions.Expect(english.Locator("html")).ToHaveAttributeAsync("lang", "en-US");
        await MonitorLiveTests.SearchAsync(german, name);
        await MonitorLiveTests.SearchAsync(english, name);
        await Assertions.Expect(MonitorLiveTests.Room(german, id)).ToContainTextAsync("Frei");
        await Assertions.Expect(MonitorLiveTests.Room(english, id)).ToContainTextAsync("Available");

        // Pushed by the server from outside of both circuits, several times.
        for (var time = 0; time < 3; time++)
        {
            var reservation = await demo.BookNowAsync(id, TimeSpan.FromMinutes(25));
            await Assertions.Expect(MonitorLiveTests.Room(german, id)).ToContainTextAsync("Belegt");
            await Assertions.Expect(MonitorLiveTests.Room(english, id)).ToContainTextAsync("Occupied");
            await Assertions.Expect(MonitorLiveTests.Room(german, id).Locator(".time")).ToHaveTextAsync(new Regex(@"^\d\d:\d\d$"));
            await Assertions.Expect(MonitorLiveTests.Room(english, id).Locator(".time")).ToHaveTextAsync(new Regex(@"^\d{1,2}:\d\d\s[AP]M$"));
            await demo.CancelAsync(reservation);
            await Assertions.Expect(MonitorLiveTests.Room(german, id)).ToContainTextAsync("Frei");
            await Assertions.Expect(MonitorLiveTests.Room(english, id)).ToContainTextAsync("Available");
        }

        await MonitorLiveTests.CloseAsync(german, english);
    }

    [Theory]
    [InlineData("de-AT", @"^Di 24\. Nov\.?$", @"^14:\d\d$")]
    [InlineData("en-US", @"^Tue Nov 24$", @"^2:\d\d\sPM$")]
    [InlineData("en-GB", @"^Tue 24 Nov$", @"^14:\d\d$")]
    public async Task Clock_ServerAndBrowser_WriteAlike(string locale, string date, string time)
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor", locale: locale);

        // The modules have written over what the server wrote, by the same patterns.
        var clock = page.Locator("campus-clock");
        await Assertions.Expect(clock.Locator("span")).ToHaveTextAsync(new Regex(date));
        await Assertions.Expect(clock.Locator("b")).ToHaveTextAsync(new Regex(time));
        var written = await page.EvaluateAsync<string[]>("import('/js/campus-time.js').then(time => [time.dateOf(time.campusNow()), time.timeOfDay(time.campusNow())])");
        written[0].Should().MatchRegex(date);
        written[1].Should().MatchRegex(time);
        var html = await (await page.APIRequest.GetAsync("/monitor", new() { Headers = [new("Accept-Language", locale)] })).TextAsync();
        Regex.Match(html, "<campus-clock[^>]*><span[^>]*>(?<date>[^<]*)</span>").Groups["date"].Value.Should().Be(written[0]);
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Countdown_InGerman_GoesOnInGerman()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor", locale: "de-DE");

        await page.EvaluateAsync("import('/js/campus-time.js').then(time => time.freeze(time.campusNow()))");

        await Assertions.Expect(page.Locator("[data-room] .countdown room-countdown").First).ToHaveTextAsync(new Regex(@"^\s*Stand \d\d:\d\d$"));
        await page.EvaluateAsync("import('/js/campus-time.js').then(time => time.freeze(null))");
        await Assertions.Expect(page.Locator("[data-room] .countdown room-countdown").First).ToHaveTextAsync(new Regex("frei"));
        await MonitorLiveTests.CloseAsync(page);
    }
}
