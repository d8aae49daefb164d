using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class AccountPageBrowserTests(ChromiumFixture chromium, ProfileServerFixture profiles) : IClassFixture<ProfileServerFixture>
{
    [Fact]
    public async Task Account_NotSignedIn_LeadsToSignInAndBack()
    {
        var page = await chromium.OpenAsync(profiles.Server.Address, "/account");

        page.Url.Should().Contain("/account/sign-in?returnUrl=%2Faccount");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task SignOut_InOneTab_EndsTheOther_AndForgetsWhatIsTypedThere()
    {
        var page = await OpenAsync();
        var room = await page.Context.NewPageAsync();
        await room.GotoAsync($"{profiles.Server.Address.ToString().TrimEnd('/')}/rooms/1");
        await Assertions.Expect(room.Locator("html[data-connection=live]")).ToHaveCountAsync(1);
        await room.Locator("[name=purpose]").FillAsync("Nobody else's business");

        await page.Locator("button.avatar").ClickAsync();
        await page.Locator("#account form button[type=submit]").ClickAsync();

        await Assertions.Expect(room.Locator("button.avatar")).ToHaveCountAsync(0);
        await Assertions.Expect(room.Locator("html[data-connection=live]")).ToHaveCountAsync(1);
        await Assertions.Expect(room.Locator("[name=purpose]")).ToHaveValueAsync("");
        await MonitorLiveTests.CloseAsync(page, room);
    }

    [Fact]
    public async Task Language_ChosenInTheProfile_CountsHereAndOnAnotherDevice()
    {
        var page = await OpenAsync("en-GB");
        await Choice(page, "language", "de").CheckAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de-DE");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Profil", Exact = true })).ToBeVisibleAsync();

        var other = await OpenAsync("en-US");
        await Assertions.Expect(other.Locator("html")).ToHaveAttributeAsync("lang", "de-DE");
        await Assertions.Expect(Choice(other, "language", "de")).ToBeCheckedAsync();

        await Choice(other, "language", "").CheckAsync();
        await Assertions.Expect(other.Locator("html")).ToHaveAttributeAsync("lang", "en-US");
        await MonitorLiveTests.CloseAsync(page, other);
    }

    [Fact]
    public async Task Theme_ByPageOrButton_IsThereOnASecondDevice()
    {
        var page = await OpenAsync();
        await Choice(page, "theme", "dark").CheckAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        var second = await OpenAsync();
        await Assertions.Expect(second.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(Choice(second, "theme", "dark")).ToBeCheckedAsync();
        await second.Locator(".bar [data-theme-button]").ClickAsync();
        await Assertions.Expect(Choice(second, "theme", "light")).ToBeCheckedAsync();

        // Where it was chosen elsewhere it arrives with the next page.
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await ReloadUntilAsync(page, () => Choice(page, "theme", "light").IsCheckedAsync());
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme-choice", "light");
        await MonitorLiveTests.CloseAsync(page, second);
    }

    [Fact]
    public async Task Favorite_MadeOverRest_StandsOnThePageAndCanBeRemovedByKeyboard()
    {
        using var staff = await profiles.Server.ClientAsync("staff@demo.local");
        (await staff.PostAsync("api/rooms/1/favorite/", null)).EnsureSuccessStatusCode();
        var page = await OpenAsync();
        var list = page.Locator("section:has(#favorites) li");
        await Assertions.Expect(list).ToHaveCountAsync(1);

        await list.Locator("button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(list).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#favorites")).ToBeFocusedAsync();
        await ReloadUntilAsync(page, async () => await list.CountAsync() == 0);
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task Favorite_ByItsKeyOnARoomsPage_ComesAndGoes()
    {
        var page = await chromium.OpenAsync(profiles.Server.Address, "/rooms/9", user: "admin@demo.local");
        var star = page.Locator("[data-shortcut=f]");
        await Assertions.Expect(star).ToHaveAttributeAsync("aria-pressed", "false");

        await page.Keyboard.PressAsync("f");
        await Assertions.Expect(star).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.PressAsync("f");
        await Assertions.Expect(star).ToHaveAttributeAsync("aria-pressed", "false");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task QuietHours_Switched_AreThereAfterAReload()
    {
        var page = await OpenAsync();
        var quiet = page.GetByRole(AriaRole.Switch, new() { Name = "Quiet hours" });

        await quiet.CheckAsync();
        await page.GetByLabel("From").FillAsync("21:15");
        await page.GetByLabel("From").BlurAsync();

        await ReloadUntilAsync(page, async () => await quiet.IsCheckedAsync() && await page.GetByLabel("From").InputValueAsync() == "21:15");
        await MonitorLiveTests.CloseAsync(page);
    }

    [Theory]
    [InlineData("Light 1280, Dark 360", "en-GB")]
    [InlineData("Dark 1280, Light 360", "de-DE")]
    public async Task Page_Axe_FindsNothingAndNothingScrollsSideways(string looks, string locale)
    {
        using var admin = await profiles.Server.ClientAsync("admin@demo.local");
        var favorites = new StringContent("""{"favorite_rooms":[1,2,3]}""", System.Text.Encoding.UTF8, "application/json");
        (await admin.PatchAsync("api/profile/", favorites)).EnsureSuccessStatusCode();
        var page = await OpenAsync(locale, "admin@demo.local");
        await page.Locator("[aria-describedby=quiet-hint]").CheckAsync();

        foreach (var withDialog in new[] { false, true })
        {
            if (withDialog)
            {
                await page.Locator("main [data-shortcuts-open]").ClickAsync();
            }

            foreach (var look in PageLook.Parse(looks))
            {
                await look.WearAsync(page);
                (await PageLook.AxeAsync(page)).Should().BeEmpty("nothing is wrong at {0}", look);
                (await PageLook.OverflowAsync(page)).Should().BeLessThanOrEqualTo(0);
            }
        }

        await MonitorLiveTests.CloseAsync(page);
    }

    private async Task<IPage> OpenAsync(string locale = "en-GB", string email = "staff@demo.local")
    {
        var page = await chromium.OpenAsync(profiles.Server.Address, "/account", user: email, locale: locale, ownSession: true);
        await Assertions.Expect(page.Locator("#appearance")).ToBeVisibleAsync();
        return page;
    }

    private static ILocator Choice(IPage page, string name, string value) => page.Locator($"input[name={name}][value='{value}']");

    /// <summary>What was chosen is saved a moment later: a page that is loaded too soon is loaded again.</summary>
    private static async Task ReloadUntilAsync(IPage page, Func<Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(ChromiumFixture.Patience));
        do
        {
            deadline.Token.ThrowIfCancellationRequested();
            await page.ReloadAsync();
            await ProfileServerFixture.WaitForLiveAsync(page);
            await Assertions.Expect(page.Locator("#appearance")).ToBeVisibleAsync();
        }
        while (!await condition());
    }
}
