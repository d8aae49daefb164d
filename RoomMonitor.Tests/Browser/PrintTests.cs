using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed partial class PrintTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    private const string Controls = "nav, main form, main .toolbar, main .actions, .skip, main button:not(.badge):not(th button)";

    [Fact]
    public async Task Room_Printed_IsItsWeekOnOnePage()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/rooms/5", theme: ColorScheme.Dark);
        await Assertions.Expect(page.Locator(".day.unread")).ToHaveCountAsync(0);

        var paper = Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true }));

        Sheets().Count(paper).Should().Be(1);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(page.Locator(Controls).Filter(new() { Visible = true })).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".week .entry").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        (await page.Locator("html").EvaluateAsync<string>("page => getComputedStyle(page).color")).Should().Be("rgb(19, 32, 44)", "paper is white");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Monitor_FoundAndPrinted_HasAllItsRooms()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor?view=table&sort=name");
        var rows = page.Locator("tbody tr[data-room]");
        var rooms = await page.EvaluateAsync<int>("fetch('/api/rooms/').then(answer => answer.json()).then(rooms => rooms.length)");
        await Assertions.Expect(rows).ToHaveCountAsync(rooms);
        var last = (await rows.Last.Locator("th a").InnerTextAsync()).Trim();
        (await page.EvaluateAsync<bool>("name => window.find(name, true, true, true)", last)).Should().BeTrue("the browser's own search looks for it, from the end");
        await Assertions.Expect(rows.Last).ToBeInViewportAsync();

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.SetViewportSizeAsync(980, 740);
        await Assertions.Expect(page.Locator(Controls).Filter(new() { Visible = true })).ToHaveCountAsync(0);
        await Assertions.Expect(rows.Last.Locator("td").Last).ToBeVisibleAsync();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0, "no column is cut");
        await MonitorLiveTests.CloseAsync(page);
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Sheets();
}
