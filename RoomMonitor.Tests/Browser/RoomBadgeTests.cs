using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Playwright;
using RoomMonitor.Tests.Architecture;
using RoomMonitor.Tests.Examples;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Tests.Browser;

/// <summary>js/room-badge.js on a page of another origin than the server's, and the page of docs/examples.</summary>
[Collection(ScreenCollection.Name)]
public sealed class RoomBadgeTests(ChromiumFixture chromium, DemoServerFixture demo) : IAsyncLifetime
{
    private readonly BorrowedRooms _rooms = new(demo);
    private NetworkLine _line = null!;
    private NetworkLine _elsewhere = null!;
    private int _sockets;

    public Task InitializeAsync()
    {
        // Another port is another origin.
        _line = NetworkLine.To(demo.Server.Address);
        _elsewhere = NetworkLine.To(demo.Server.Address);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _line.DisposeAsync();
        await _elsewhere.DisposeAsync();
        await _rooms.DisposeAsync();
    }

    [Fact]
    public async Task Badges_OfAPageElsewhere_FollowTheirRoomsOnOneSocket()
    {
        var (first, second) = (await _rooms.TakeAsync(), await _rooms.TakeAsync());
        await using var page = await OpenAsync($"{Badge(first)}{Badge(second)}{Badge(first, "lang=\"de\" label=\"Saal\"")}");
        var badges = page.Page.Locator("room-badge");
        await Assertions.Expect(badges.Nth(0)).ToHaveTextAsync("Available");
        await Assertions.Expect(badges.Nth(2)).ToHaveTextAsync("SaalFrei");

        await _rooms.BookAsync(first);

        await Assertions.Expect(badges.Nth(0)).ToHaveTextAsync("Occupied");
        await Assertions.Expect(badges.Nth(2)).ToHaveTextAsync("SaalBelegt");
        await Assertions.Expect(badges.Nth(1)).ToHaveTextAsync("Available");
        _sockets.Should().Be(1);
        await page.Page.EvaluateAsync("document.querySelectorAll('room-badge').forEach(badge => badge.remove())");
        await page.Page.EvaluateAsync("document.body.append(document.createElement('room-badge'))");
        await page.UntilAsync("document.querySelector('room-badge').getAttribute('status') === 'unknown'");
    }

    /// <summary>It stands alone on other sites: its signs and words are those of the pages.</summary>
    [Fact]
    public async Task Module_OfEachStatus_HasTheSignsAndWordsOfThePages()
    {
        var page = await chromium.Browser.NewPageAsync();
        await page.GotoAsync(new Uri(demo.Server.Address, "/health/live").ToString());

        var drawn = await page.EvaluateAsync<string[]>("""
            async () => {
              const { glyphs } = await import('/js/room-badge.js');
              const shape = ([name, attributes]) => `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`).join('')}/>`;
              return ['free', 'ending_soon', 'occupied', 'unknown'].map(status => glyphs[status].map(shape).join(''));
            }
            """);

        var written = await page.EvaluateAsync<string[]>(
            "import('/js/room-badge.js').then(({ words }) => ['en', 'de'].flatMap(language => ['free', 'ending_soon', 'occupied', 'unknown'].map(status => words[language][status])))");
        await page.CloseAsync();
        written.Should().Equal(Words("en-GB").Concat(Words("de-DE")));
        string[] shapes = [StatusShapes.Available, StatusShapes.EndingSoon, StatusShapes.Occupied, StatusShapes.Unknown];
        drawn.Select(Described).Should().Equal(shapes.Select(Described));

        static IEnumerable<string> Words(string culture)
        {
            using var language = new InCulture(culture);
            return [StatusTexts.Available, StatusTexts.EndingSoon, StatusTexts.Occupied, StatusTexts.Unknown];
        }

        static string Described(string given) => string.Join('\n', StatusShapesTests.Described(XElement.Parse($"<svg>{given}</svg>")));
    }

    [Fact]
    public async Task Badge_MovedOrGivenAnotherRoom_ShowsThatOne()
    {
        var (first, second) = (await _rooms.TakeAsync(), await _rooms.TakeAsync());
        await _rooms.BookAsync(second);
        await using var page = await OpenAsync(Badge(first));
        var badge = page.Page.Locator("room-badge");
        await Assertions.Expect(badge).ToHaveTextAsync("Available");

        await badge.EvaluateAsync("(badge, room) => { badge.setAttribute('room', room); document.body.append(badge); }", second);

        await Assertions.Expect(badge).ToHaveTextAsync("Occupied");
        await badge.EvaluateAsync("badge => badge.setAttribute('room', '987654')");
        await Assertions.Expect(badge).ToHaveTextAsync("Unknown");
        _sockets.Should().Be(1);
    }

    [Fact]
    public async Task Badge_Styled_TakesThePagesColours()
    {
        await using var page = await OpenAsync($"<style>room-badge {{ --room-badge-available: rgb(1, 2, 3); }}</style>{Badge(await _rooms.TakeAsync())}");
        await Assertions.Expect(page.Page.Locator("room-badge")).ToHaveTextAsync("Available");

        (await page.EvaluateAsync("getComputedStyle(document.querySelector('room-badge').shadowRoot.querySelector('.badge')).backgroundColor"))
            .GetString().Should().Be("rgb(1, 2, 3)");
    }

    [Fact]
    public async Task Badge_WithoutNewsForNinetySeconds_IsUnknownUntilTheyCome()
    {
        await using var page = await OpenAsync(Badge(await _rooms.TakeAsync()), page => page.Clock.InstallAsync());
        var badge = page.Page.Locator("room-badge");
        await Assertions.Expect(badge).ToHaveTextAsync("Available");

        _line.IsDown = true;
        _line.IsSilent = true;
        await page.Page.Clock.FastForwardAsync("01:31");
        await Assertions.Expect(badge).ToHaveTextAsync("Unknown");

        _line.IsDown = false;
        _line.IsSilent = false;
        _line.Cut();
        await Assertions.Expect(badge).ToHaveTextAsync("Available");
    }

    [Fact]
    public async Task Example_ForBrowsers_ListsTheRooms()
    {
        var room = await _rooms.TakeAsync();
        var name = (await demo.Staff.GetFromJsonAsync<JsonElement>($"api/rooms/{room}/")).GetProperty("name").GetString()!;
        _line.Page = await File.ReadAllTextAsync(Path.Combine(ExampleProcess.Folder, "browser.html"));
        await using var page = await SocketPage.OpenAsync(chromium, _line);
        await Assertions.Expect(page.Page.Locator("#connection")).ToHaveTextAsync("connected");
        var item = page.Page.GetByText(new Regex($"^{Regex.Escape(name)}: "));
        await Assertions.Expect(item).ToContainTextAsync("free");

        await _rooms.BookAsync(room);

        await Assertions.Expect(item).ToContainTextAsync("occupied");
    }

    private Task<SocketPage> OpenAsync(string body, Func<IPage, Task>? prepare = null)
    {
        _elsewhere.Page = $"<!doctype html><html lang=\"en\"><title>Elsewhere</title><script type=\"module\" src=\"{_line.Address}js/room-badge.js\"></script><body>{body}";
        return SocketPage.OpenAsync(chromium, _elsewhere, async page =>
        {
            page.WebSocket += (_, _) => _sockets++;
            if (prepare is not null)
            {
                await prepare(page);
            }
        });
    }

    private static string Badge(int room, string attributes = "") =>
        $"<room-badge room=\"{room.ToString(CultureInfo.InvariantCulture)}\" {attributes}></room-badge>";
}
