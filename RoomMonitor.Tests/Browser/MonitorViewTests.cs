using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class MonitorViewTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    [Fact]
    public async Task FilterSortAndSearch_Work_AndSurviveAReload()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/monitor?view=table");

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("available", RegexOptions.IgnoreCase) }).First.ClickAsync();
        await MonitorLiveTests.SearchAsync(page, "room");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("status=available"));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("q=room"));
        await page.GetByLabel("Sort by").SelectOptionAsync("Name");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("sort=name"));
        await Assertions.Expect(Header(page, "ascending")).ToContainTextAsync("Room");
        (await NamesAsync(page)).Should().HaveCountGreaterThan(1, "one room has no order").And.BeInAscendingOrder(NaturalOrder.Comparer);
        await page.GetByRole(AriaRole.Button, new() { Name = "Room", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("dir=desc"));
        await ShouldShowFreeRoomsDescendingAsync(page);

        await page.ReloadAsync();
        await page.WaitForSelectorAsync("html[data-connection=live]", new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("room");
        await Assertions.Expect(page.GetByLabel("Sort by")).ToHaveValueAsync("Name");
        await ShouldShowFreeRoomsDescendingAsync(page);
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

    /// <summary>Which rooms are free changes with the minute; that only free ones are listed, and how, does not.</summary>
    private static async Task ShouldShowFreeRoomsDescendingAsync(IPage page)
    {
        // A list under the pointer keeps the rooms that no longer fit.
        await page.Mouse.MoveAsync(0, 0);
        await Assertions.Expect(Header(page, "descending")).ToContainTextAsync("Room");
        await Assertions.Expect(page.Locator("tbody tr[data-room]").Filter(new() { HasNotText = "Available" })).ToHaveCountAsync(0);
        var names = await NamesAsync(page);
        names.Should().HaveCountGreaterThan(1, "one room has no order").And.BeInDescendingOrder(NaturalOrder.Comparer);
        names.Should().OnlyContain(name => name.Contains("room", StringComparison.OrdinalIgnoreCase), "that was searched for");
    }

    private static ILocator Header(IPage page, string order) => page.Locator($"th[aria-sort={order}]");

    private static async Task<IReadOnlyList<string>> NamesAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("tbody tr[data-room] th").First).ToBeVisibleAsync();
        return [.. (await page.Locator("tbody tr[data-room] th .name > :last-child").AllInnerTextsAsync()).Select(name => name.Trim())];
    }
}
