using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Kiosks.Fleet;
using RoomMonitor.Web.Kiosks.Screens;

namespace RoomMonitor.Tests.Components.Kiosk;

public sealed class KiosksPageTests : IAsyncLifetime
{
    /// <summary>Generous: the machine may be busy with other tests.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private KiosksContext _context = null!;

    public async Task InitializeAsync() => _context = await KiosksContext.CreateAsync();

    public async Task DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public async Task Render_NoScreens_SaysSoAndOffersToRegisterOne()
    {
        var page = await _context.OpenAsync();

        page.Find(".empty h2").TextContent.Should().Be("No screen is registered yet");
        Button(page, "Register a screen").Click();
        page.Find("#kiosk-name").Should().NotBeNull();
    }

    [Theory]
    [InlineData("http://localhost:5080/", false)]
    [InlineData("https://rooms.example.edu/", false)]
    [InlineData("http://rooms.example.edu/", true)]
    public async Task Render_AddressWithoutHttps_WarnsOfScreensThatStayEmpty(string address, bool isWarning)
    {
        _context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        var page = await _context.OpenAsync();

        page.Find("p.https").TextContent.Should().Contain("https://");
        page.FindAll("p.https.missing").Should().HaveCount(isWarning ? 1 : 0);
    }

    [Fact]
    public async Task Register_NothingFilledIn_SaysWhatIsMissing()
    {
        var page = await _context.OpenAsync();
        Button(page, "Register a screen").Click();

        page.Find("dialog form").Submit();

        page.Find("#kiosk-name-hint").TextContent.Should().Be("Please give it a name.");
        page.Find("#kiosk-room-hint").TextContent.Should().Be("Please choose a room.");
        page.FindAll("[aria-invalid=true]").Should().HaveCount(2);
        _context.Fleet.Screens.Should().BeEmpty();
    }

    /// <summary>Nobody stands before an overview to book, and its rights would be for all of its rooms.</summary>
    [Fact]
    public async Task Register_AnOverview_HasNoRights()
    {
        var page = await _context.OpenAsync();
        Button(page, "Register a screen").Click();
        page.Find("#kiosk-name").Input("Hall");
        page.FindAll("[name=kiosk-kind]")[1].Change("Overview");
        page.FindAll("[type=checkbox]").Should().BeEmpty();

        await page.Find("dialog form").SubmitAsync();

        page.WaitForAssertion(() => page.Find("#kiosk-link"), _patience);
        _context.Fleet.Screens.Should().ContainSingle().Which.Device.Should().BeEquivalentTo(new { Name = "Hall", RoomId = (int?)null, MayBook = false, ShowsDetails = false });
    }

    [Fact]
    public async Task Register_ADoor_ShowsItsLinkUntilItIsOpened()
    {
        var page = await _context.OpenAsync();
        Button(page, "Register a screen").Click();
        page.Find("#kiosk-name").Input("Door 1");
        page.Find("#kiosk-room").Change("1");
        page.FindAll("[type=checkbox]")[0].Change(false);

        await page.Find("dialog form").SubmitAsync();

        page.WaitForAssertion(() => page.Find("#kiosk-link"), _patience);
        var link = page.Find("#kiosk-link").GetAttribute("value")!;
        link.Should().StartWith("http://localhost/kiosk/pair/");
        page.Find("[role=status].outcome").TextContent.Should().Contain("Waiting for the screen");
        page.Find("dialog svg[role=img]").GetAttribute("aria-label").Should().Be("QR code of the link");
        _context.Fleet.Screens.Should().ContainSingle().Which.Device.Should().BeEquivalentTo(new { Name = "Door 1", RoomId = 1, MayBook = false, CreatedBy = "admin@test.local" });

        await _context.Registry.PairAsync(link.Split('/')[^1], "test", default);
        _context.Tick();

        page.WaitForAssertion(() => page.Find(".outcome").TextContent.Should().Contain("Door 1 is set up."), _patience);
        page.Find("[data-dismiss]").Click();
        page.FindAll("#kiosk-link").Should().BeEmpty();
        page.Markup.Should().NotContain("/kiosk/pair/");
    }

    [Fact]
    public async Task Register_AnOverview_TakesBuildingAndFloor()
    {
        var page = await _context.OpenAsync();
        Button(page, "Register a screen").Click();
        page.Find("#kiosk-name").Input("Hall");
        page.Find("input[value=Overview]").Change("Overview");
        page.Find("#kiosk-building").Change("Building B");
        page.Find("#kiosk-floor").Change("1");

        await page.Find("dialog form").SubmitAsync();

        page.WaitForAssertion(() => page.Find("#kiosk-link"), _patience);
        _context.Fleet.Screens.Should().ContainSingle().Which.Device.Should().BeEquivalentTo(new { Building = "Building B", Floor = 1, RoomId = (int?)null });
    }

    [Fact]
    public async Task Report_Arrives_ShowsByItself()
    {
        var device = await _context.PairAsync();
        var page = await _context.OpenAsync();
        Row(page, device.Id).QuerySelector(".mark")!.TextContent.Should().Be("Reconnecting");
        Figures(page).Should().Equal("1", "0", "1", "0");

        _context.Report(device, 40, 60, 310);
        _context.Tick();

        page.WaitForAssertion(() => Row(page, device.Id).QuerySelector(".mark")!.TextContent.Should().Be("Live"), _patience);
        Figures(page).Should().Equal("1", "1", "0", "0");
        Cells(page, device.Id).Should().StartWith(["Live", "just now", "2 s", "10 min behind", "60 ms rarely 310 ms", "2.4.1 1280 × 800"]);
    }

    [Fact]
    public async Task Time_WithoutReports_MakesItSilent()
    {
        var device = await _context.PairAsync();
        _context.Report(device);
        var page = await _context.OpenAsync();

        _context.Database.Clock.Advance(new ScreenOptions().UnknownAfter + TimeSpan.FromSeconds(1));
        await _context.RegisterAsync("Another one");
        _context.Tick();

        page.WaitForAssertion(() => Row(page, device.Id).QuerySelector(".mark")!.TextContent.Should().Be("Silent"), _patience);
    }

    [Fact]
    public async Task StatCardAndSearch_Filter_AndStandInTheAddress()
    {
        var (live, quiet) = (await _context.PairAsync("Lobby"), await _context.PairAsync("Stairs", roomId: null));
        _context.Report(live);
        var page = await _context.OpenAsync();

        page.FindAll("button.stat")[1].Click();

        Rows(page).Should().Equal(live.Id);
        _context.Services.GetRequiredService<NavigationManager>().Uri.Should().EndWith("/admin/kiosks?state=live");
        page.FindAll("button.stat")[1].Click();
        page.Find("input[type=search]").Change("stairs");
        page.WaitForAssertion(() => Rows(page).Should().Equal(quiet.Id));
        page.Find("input[type=search]").Change("nowhere");
        page.WaitForAssertion(() => page.Find(".empty h2").TextContent.Should().Be("No screen fits"));
        Button(page, "Clear the filters").Click();
        Rows(page).Should().HaveCount(2);
    }

    [Fact]
    public async Task Identify_NobodyListens_SaysSo()
    {
        var device = await _context.PairAsync();
        var page = await _context.OpenAsync();

        await ChooseAsync(page, device.Id, "Identify");

        page.WaitForAssertion(() => _context.Dispatched.OfType<ToastRequested>().Should().ContainSingle()
            .Which.Toast.Should().BeEquivalentTo(new { Kind = ToastKind.Warning, Title = "Main entrance can’t be reached at the moment" }));
    }

    [Fact]
    public async Task Identify_ItListens_TellsIt()
    {
        var device = await _context.PairAsync();
        var stream = _context.Fleet.Open(device.TokenHash!)!;
        var page = await _context.OpenAsync();

        await ChooseAsync(page, device.Id, "Identify");
        await ChooseAsync(page, device.Id, "Reload");

        page.WaitForAssertion(() => _context.Dispatched.OfType<ToastRequested>().Select(asked => asked.Toast.Kind).Should().Equal(ToastKind.Success, ToastKind.Success));
        stream.End();
        var told = new List<string>();
        await foreach (var happened in stream.ReadAsync(default))
        {
            told.Add(happened.Text.Split('\n')[0]);
        }

        told.Should().Equal("event: identify", "event: reload");
    }

    [Fact]
    public async Task Revoke_Confirmed_TakesItOutOfUse()
    {
        var device = await _context.PairAsync();
        var page = await _context.OpenAsync();

        await ChooseAsync(page, device.Id, "Revoke");
        page.Find("dialog").TextContent.Should().Contain("Main entrance");
        _context.Fleet.FindByToken(device.TokenHash!).Should().NotBeNull("it is only asked");
        await page.FindAll("dialog button").Single(button => button.TextContent.Trim() == "Revoke").ClickAsync(new());
        _context.Tick();

        page.WaitForAssertion(() => Rows(page).Should().BeEmpty(), _patience);
        _context.Fleet.FindByToken(device.TokenHash!).Should().BeNull();
        page.FindAll(".pick select")[2].Change("Revoked");
        page.WaitForAssertion(() => Rows(page).Should().Equal(device.Id));
        page.FindAll(".more").Should().BeEmpty();
    }

    [Fact]
    public async Task Revoke_KeptOrNoAdministratorAnyMore_ChangesNothing()
    {
        var device = await _context.PairAsync();
        var page = await _context.OpenAsync();
        await ChooseAsync(page, device.Id, "Revoke");
        page.Find("[data-dismiss]").Click();
        page.FindAll("dialog").Should().BeEmpty();

        await ChooseAsync(page, device.Id, "Revoke");
        _context.User.SetRoles(Roles.Staff);
        await page.FindAll("dialog button").Single(button => button.TextContent.Trim() == "Revoke").ClickAsync(new());

        page.WaitForAssertion(() => page.Find("dialog [role=alert]").TextContent.Should().Contain("not signed in as an administrator"));
        _context.Fleet.Screens.Should().ContainSingle().Which.StateAt(_context.Database.Clock.GetUtcNow().UtcDateTime, new ScreenOptions().UnknownAfter)
            .Should().NotBe(KioskState.Revoked);
    }

    [Fact]
    public async Task NewLink_OfAWaitingScreen_IsShown()
    {
        var (device, code) = await _context.RegisterAsync();
        var page = await _context.OpenAsync();
        Row(page, device.Id).QuerySelector(".mark")!.TextContent.Should().Be("Waiting for its link");
        page.Find($"[data-kiosk='{device.Id}'] .more").Click();
        page.FindAll(".menu button:not([hidden])").Select(button => button.TextContent).Should().Equal("Change", "New link", "Revoke");

        await page.FindAll(".menu button")[1].ClickAsync(new());

        page.WaitForAssertion(() => page.Find("#kiosk-link").GetAttribute("value").Should().NotEndWith(code));
        (await _context.Registry.PairAsync(code, "test", default)).Should().BeNull("the link before is void");
    }

    private static async Task ChooseAsync(IRenderedComponent<KiosksPage> page, int id, string word)
    {
        page.Find($"[data-kiosk='{id}'] .more").Click();
        await page.FindAll($"[data-kiosk='{id}'] .menu button").Single(button => button.TextContent == word).ClickAsync(new());
    }

    private static IElement Row(IRenderedComponent<KiosksPage> page, int id) => page.Find($"[data-kiosk='{id}']");

    private static IEnumerable<int> Rows(IRenderedComponent<KiosksPage> page) => page.FindAll("[data-kiosk]").Select(row => int.Parse(row.GetAttribute("data-kiosk")!, null));

    private static IEnumerable<string> Figures(IRenderedComponent<KiosksPage> page) => page.FindAll(".stat .figure b").Select(figure => figure.TextContent);

    private static IEnumerable<string> Cells(IRenderedComponent<KiosksPage> page, int id) =>
        Row(page, id).QuerySelectorAll("td").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static IElement Button(IRenderedComponent<KiosksPage> page, string word) =>
        page.FindAll("button").First(button => button.TextContent.Trim() == word);
}
