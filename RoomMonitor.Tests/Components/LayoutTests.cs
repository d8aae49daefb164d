using Bunit;
using Bunit.TestDoubles;
using Fluxor;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Profile;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Shell.Layout;

namespace RoomMonitor.Tests.Components;

public sealed class LayoutTests : ComponentTest
{
    [Theory]
    [InlineData("ines.halvorsen@demo.local", "IH")]
    [InlineData("admin@demo.local", "AD")]
    [InlineData("Lena Maria Castellanos", "LC")]
    [InlineData("x", "X")]
    [InlineData("", "?")]
    [InlineData(null, "?")]
    public void Initials_OfAName_AreItsFirstAndLast(string? name, string expected) => Initials.Of(name).Should().Be(expected);

    [Theory]
    [InlineData("light", "light", "light")]
    [InlineData("dark", "dark", "dark")]
    [InlineData("auto-dark", "auto", "dark")]
    [InlineData("auto-light", "auto", "light")]
    [InlineData("<script>", "auto", null)]
    [InlineData(null, "auto", null)]
    public void ThemeChoice_FromCookie_KnowsChoiceAndScheme(string? cookie, string choice, string? scheme) =>
        ThemeChoice.FromCookie(cookie).Should().Be(new ThemeChoice(choice, scheme));

    [Fact]
    public void AccountButton_Anonymous_LeadsToSignIn()
    {
        this.AddAuthorization().SetNotAuthorized();

        Render<AccountButton>().Find("a").GetAttribute("href").Should().Be("account/sign-in?returnUrl=%2F", "it comes back to where one was");
    }

    [Fact]
    public void AccountButton_SignedIn_SignsOutByPost()
    {
        this.AddAuthorization().SetAuthorized("ines.halvorsen@demo.local");

        var account = Render<AccountButton>();

        account.Find(".avatar").GetAttribute("aria-label").Should().Be("IH, account of ines.halvorsen@demo.local");
        account.Find("form").GetAttribute("method").Should().Be("post");
        account.Find("form").GetAttribute("action").Should().Be("account/sign-out");
    }

    [Fact]
    public void AccountButton_AtAPhonesFoot_SaysWhatItIs()
    {
        var who = this.AddAuthorization();
        who.SetNotAuthorized();
        Render<AccountButton>(p => p.Add(c => c.ShowsWord, true)).Find("a").TextContent.Trim().Should().Be("Sign in");

        who.SetAuthorized("ines.halvorsen@demo.local");
        var account = Render<AccountButton>(p => p.Add(c => c.ShowsWord, true));
        account.Find("button").TextContent.Trim().Should().Be("Profile");
        account.Find("[popover]").Id.Should().Be(account.Find("button").GetAttribute("popovertarget")).And.NotBe("account", "the bar at the top has one too");
    }

    [Fact]
    public void CampusClock_ShowsTheCampusTimeAndDate()
    {
        var clock = Render<CampusClockDisplay>().Find("campus-clock");

        clock.QuerySelector("span")!.TextContent.Should().Be("Tue 24 Nov");
        clock.QuerySelector("b")!.TextContent.Should().Be("14:12");
        clock.QuerySelector("small[hidden]")!.TextContent.Should().Be("Campus time", "the browser shows it where its own clock differs");
    }

    [Fact]
    public void MainLayout_OnAStaticPage_ClaimsNoConnection()
    {
        Services.AddFluxor(options => options.ScanTypes(typeof(ProfileFeature)));
        this.AddAuthorization().SetNotAuthorized();
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var layout = Render<MainLayout>(p => p.Add(c => c.Body, (RenderFragment)(builder => builder.AddContent(0, "Here"))));

        layout.FindAll("connection-live, [data-reconnect]").Should().BeEmpty();
        layout.Find("main").TextContent.Should().Contain("Here");
    }
}
