using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class MonitorViewTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    [Fact]
    public async Task FilterSortAndSearch_Work_AndSurviveAReload()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor?view=table&sort=name");

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("available", RegexOptions.IgnoreCase) }).First.ClickAsync();
        await MonitorLiveTests.SearchAsync(page, "room");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("status=available"));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("q=room"));
        var before = await NamesAsync(page);

        await page.ReloadAsync();
        await page.WaitForSelectorAsync("html[data-connection=live]", new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("room");
        var after = await NamesAsync(page);

        before.Should().NotBeEmpty().And.OnlyContain(name => name.Contains("room", StringComparison.OrdinalIgnoreCase));
        before.Should().BeInAscendingOrder(StringComparer.OrdinalIgnoreCase);
        after.Should().Equal(before);
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Page_AsksNoOtherHostAndBreaksNoPolicy()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor");
        var strangers = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" } url && url.Authority != demo.Server.Address.Authority)
            {
                strangers.Add(request.Url);
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };

        await page.ReloadAsync();
        await page.WaitForSelectorAsync("html[data-connection=live]", new() { State = WaitForSelectorState.Attached });
        await page.GetByRole(AriaRole.Button, new() { Name = "Table" }).ClickAsync();
        await Assertions.Expect(page.Locator("table")).ToBeVisibleAsync();

        strangers.Should().BeEmpty();
        complaints.Should().BeEmpty();
        await MonitorLiveTests.CloseAsync(page);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("tbody tr[data-room] th").First).ToBeVisibleAsync();
        return [.. (await page.Locator("tbody tr[data-room] th .name > span:last-child").AllInnerTextsAsync()).Select(name => name.Trim())];
    }
}
