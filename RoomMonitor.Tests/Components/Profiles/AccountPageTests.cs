using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Fluxor;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Tests.State;
using RoomMonitor.Web.Features.Account;
using RoomMonitor.Web.Features.Profile;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Tests.Components.Profiles;

public sealed class AccountPageTests : IAsyncLifetime
{
    private readonly MonitorContext _context = new(new TestBoard().With(TestBoard.Room(1, "Fern Room"), TestBoard.Room(2, "Loom Room")));
    private readonly List<object> _actions = [];

    public Task InitializeAsync()
    {
        _context.AuthorizationState.SetAuthorized("ada@test.local").SetClaims(new Claim(ClaimTypes.NameIdentifier, "7"));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public async Task Page_Loaded_ShowsWhatIsChosen()
    {
        var page = await OpenAsync(Profile() with { Theme = ThemePreference.Dark, Language = "de", QuietHours = (new TimeOnly(22, 30), new TimeOnly(6, 0)) });

        page.Find("input[name=theme][value=dark]").HasAttribute("checked").Should().BeTrue();
        page.Find("input[name=language][value=de]").HasAttribute("checked").Should().BeTrue();
        page.FindAll("input[type=time]").Select(input => input.GetAttribute("value")).Should().Equal("22:30", "06:00");
        page.FindAll("section[class~=card] li a").Select(link => link.TextContent).Should().Equal("Fern Room");
    }

    [Fact]
    public async Task Page_Loaded_EndsWithTheVersion()
    {
        var page = await OpenAsync(Profile());

        page.Find("p[class~=version]").TextContent.Should().Be($"RoomMonitor, version {ProductVersion.Release}");
    }

    [Fact]
    public async Task Favorite_Removed_IsToggledAndTheFocusStaysOnThePage()
    {
        var page = await OpenAsync(Profile());

        await page.Find("button[aria-label='Remove Fern Room from the favourites']").ClickAsync(new());

        _actions.Should().ContainSingle(action => action is FavoriteToggled).Which.Should().Be(new FavoriteToggled(1));
        _context.JSInterop.Invocations.Should().Contain(call => call.Identifier == "Blazor._internal.domWrapper.focus");
    }

    [Fact]
    public async Task Language_Chosen_IsSavedAndThePageLoadedAgainOnlyThen()
    {
        var page = await OpenAsync(Profile());

        await page.Find("input[name=language][value=de]").ChangeAsync(new() { Value = "de" });
        var changed = _actions.OfType<ProfileChanged>().Single();
        changed.Patch.Language.Should().Be("de");
        Navigation.History.Should().BeEmpty();
        _context.Services.GetRequiredService<IDispatcher>().Dispatch(new ProfileSaved(changed.Patch));

        page.WaitForAssertion(() => Navigation.History.Should().ContainSingle().Which.Options.ForceLoad.Should().BeTrue());
    }

    [Fact]
    public async Task Theme_Chosen_IsPutOnByTheBrowser()
    {
        var page = await OpenAsync(Profile());

        await page.Find("input[name=theme][value=light]").ChangeAsync(new() { Value = "light" });

        _context.JSInterop.Invocations["roomMonitorTheme.choose"].Single().Arguments.Should().Equal("light");
    }

    [Fact]
    public async Task CampusNotifications_AreAskedOfAdministratorsOnly()
    {
        (await OpenAsync(Profile())).FindAll("[aria-describedby=campus-hint]").Should().BeEmpty();
        _context.AuthorizationState.SetRoles(Roles.Administrator);
        var page = _context.Render<AccountPage>();

        await page.Find("[aria-describedby=campus-hint]").ChangeAsync(new() { Value = true });

        _actions.OfType<ProfileChanged>().Single().Patch.CampusNotifications.Should().BeTrue();
    }

    [Fact]
    public async Task QuietHours_EndingAsTheyBegin_AreRefused()
    {
        var page = await OpenAsync(Profile() with { QuietHours = (new TimeOnly(22, 0), new TimeOnly(7, 0)) });

        await page.FindAll("input[type=time]")[1].ChangeAsync(new() { Value = "22:00" });
        page.Find("[role=alert]").TextContent.Should().NotBeEmpty();
        page.FindAll("input[type=time]")[1].GetAttribute("aria-describedby").Should().Be("quiet-error");
        await page.FindAll("input[type=time]")[1].ChangeAsync(new() { Value = "06:45" });

        _actions.OfType<ProfileChanged>().Single().Patch.QuietHours.Should().Be((new TimeOnly(22, 0), new TimeOnly(6, 45)));
        page.FindAll("[role=alert]").Where(alert => alert.TextContent.Length > 0).Should().BeEmpty();
    }

    private BunitNavigationManager Navigation => _context.Services.GetRequiredService<BunitNavigationManager>();

    private static RoomMonitor.Data.Profiles.Profile Profile() => new(7, ThemePreference.Auto, null, true, false, null, [1], []);

    private async Task<IRenderedComponent<AccountPage>> OpenAsync(RoomMonitor.Data.Profiles.Profile profile)
    {
        _context.ComponentFactories.AddStub<FailedSignIns>();
        var page = await _context.OpenAsync<AccountPage>();
        var dispatcher = _context.Services.GetRequiredService<IDispatcher>();
        dispatcher.Dispatch(new ProfileLoaded(profile));
        dispatcher.ActionDispatched += (_, dispatched) => _actions.Add(dispatched.Action);
        return page;
    }
}
