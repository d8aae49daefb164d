using System.Collections.Concurrent;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class DocsPageTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    [Fact]
    public async Task Docs_UnderItsPolicy_ShowsTheRoutesAndAsksNoOtherHost()
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var (elsewhere, errors) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } address && address.Authority != demo.Server.Address.Authority)
            {
                elsewhere.Enqueue(request.Url);
            }
        };
        page.PageError += (_, error) => errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Enqueue(message.Text);
            }
        };

        await page.GotoAsync(new Uri(demo.Server.Address, "/docs").ToString());

        await Assertions.Expect(page.GetByText("The status of all active rooms.").First)
            .ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = ChromiumFixture.Patience });
        elsewhere.Should().BeEmpty();
        errors.Should().BeEmpty();
    }
}
