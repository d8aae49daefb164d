using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Shell;

namespace RoomMonitor.Tests.Components;

public sealed class OwnPageTests : ComponentTest
{
    private const string Session = "6d6b1f2e-6a0d-4f3b-9a52-0f4d8f6f2a11";

    private readonly BunitAuthorizationContext _user;

    public OwnPageTests()
    {
        _user = this.AddAuthorization();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void Page_OfItsReader_IsShown()
    {
        SignIn(Session);

        Render(Session).Markup.Should().Contain("private");
        Reloads().Should().Be(0);
    }

    [Theory]
    [InlineData("", Session)]
    [InlineData(Session, "")]
    [InlineData(Session, "0b0f2a9e-0000-4f3b-9a52-0f4d8f6f2a11")]
    public void Page_OfSomebodyElse_ShowsNothingAndLoadsAgain(string reader, string session)
    {
        SignIn(session);

        Render(reader).Markup.Should().NotContain("private");
        Reloads().Should().Be(1);
    }

    [Fact]
    public void Session_EndsMeanwhile_ShowsNothingAndLoadsAgain()
    {
        SignIn(Session);
        var page = Render(Session);

        _user.SetNotAuthorized();

        page.WaitForAssertion(() => page.Markup.Should().NotContain("private"));
        Reloads().Should().Be(1);
    }

    private void SignIn(string session)
    {
        if (session.Length > 0)
        {
            _user.SetAuthorized("ada@test.local");
            _user.SetClaims(new Claim(SessionClaims.Session, session));
        }
    }

    private IRenderedComponent<OwnPage> Render(string reader) => Render<OwnPage>(parameters => parameters
        .Add(page => page.Reader, reader)
        .AddChildContent("<p>private</p>"));

    private int Reloads() => Services.GetRequiredService<BunitNavigationManager>().History.Count(entry => entry.Options.ForceLoad);
}
