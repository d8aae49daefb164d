using AngleSharp.Dom;
using Bunit;
using Fluxor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Notifications;

namespace RoomMonitor.Tests.Components.Notifications;

public sealed class ToastContainerTests : ComponentTest
{
    private readonly FakeTimeProvider _time = new();

    public ToastContainerTests()
    {
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddSingleton(Options.Create(new NotificationsOptions()));
        Services.AddFluxor(options => options.ScanTypes(typeof(NotificationsState), typeof(NotificationsReducers), typeof(NotificationsEffects)));
    }

    private IDispatcher Dispatcher => Services.GetRequiredService<IDispatcher>();

    [Fact]
    public async Task Requested_BeforeThePageIsAlive_IsShownAfterwards()
    {
        Request(new Toast(ToastKind.Success, "Booked", "Room 1.06"));
        Request(new Toast(ToastKind.Info, "Second"));

        var container = await OpenAsync();

        Titles(container).Should().Equal("Second", "Booked");
    }

    [Theory]
    [InlineData(ToastKind.Success, "status", "polite", "t-success")]
    [InlineData(ToastKind.Info, "status", "polite", "t-info")]
    [InlineData(ToastKind.Warning, "status", "polite", "t-warning")]
    [InlineData(ToastKind.Error, "alert", "assertive", "t-error")]
    public async Task Toast_ByItsKind_IsAnnounced(ToastKind kind, string role, string live, string style)
    {
        var container = await OpenAsync();

        Request(new Toast(kind, "Title", "Message"));

        container.WaitForAssertion(() => container.Find($"[role={role}][aria-live={live}] .{style} p").TextContent.Should().Be("Message"));
        container.Find("section").GetAttribute("aria-label").Should().Be("Messages");
        container.Find("[data-toast-close]").GetAttribute("aria-label").Should().Be("Dismiss: Title");
    }

    [Fact]
    public async Task Time_WhenItIsUp_TheToastSlidesOutAndIsGone()
    {
        var container = await OpenAsync();
        Request(new Toast(ToastKind.Info, "Soon gone"));
        container.WaitForElement(".toast .life").GetAttribute("style").Should().Be("animation-duration:5000ms");

        _time.Advance(TimeSpan.FromMilliseconds(4_999));
        container.Find(".toast").ClassList.Should().NotContain("leaving");
        _time.Advance(TimeSpan.FromMilliseconds(1));
        container.WaitForElement(".toast.leaving");
        _time.Advance(NotificationsEffects.SlideOut);

        container.WaitForAssertion(() => container.FindAll("section").Should().BeEmpty());
    }

    [Fact]
    public async Task Time_OfErrorsAndOfZero_NeverEnds()
    {
        var container = await OpenAsync();
        Request(new Toast(ToastKind.Error, "Not booked"));
        Request(new Toast(ToastKind.Warning, "Moved") { Duration = TimeSpan.Zero });

        _time.Advance(TimeSpan.FromHours(1));

        container.WaitForAssertion(() => Titles(container).Should().Equal("Moved", "Not booked"));
        container.FindAll(".life, .leaving").Should().BeEmpty();
    }

    [Fact]
    public async Task Time_UnderPointerOrFocus_StandsStill()
    {
        var container = await OpenAsync();
        Request(new Toast(ToastKind.Info, "Read"));
        container.WaitForElement(".toast");
        _time.Advance(TimeSpan.FromSeconds(4));

        container.Find("section").TriggerEvent("onpointerenter", new Microsoft.AspNetCore.Components.Web.PointerEventArgs());
        container.WaitForAssertion(() => container.Find("section").ClassList.Should().Contain("paused"));
        _time.Advance(TimeSpan.FromMinutes(1));
        container.Find("section").TriggerEvent("onfocusin", new Microsoft.AspNetCore.Components.Web.FocusEventArgs());
        container.Find("section").TriggerEvent("onpointerleave", new Microsoft.AspNetCore.Components.Web.PointerEventArgs());
        _time.Advance(TimeSpan.FromMinutes(1));
        container.Find(".toast").ClassList.Should().NotContain("leaving");

        container.Find("section").TriggerEvent("onfocusout", new Microsoft.AspNetCore.Components.Web.FocusEventArgs());
        container.WaitForAssertion(() => container.Find("section").ClassList.Should().NotContain("paused"));
        _time.Advance(TimeSpan.FromMilliseconds(900));
        container.Find(".toast").ClassList.Should().NotContain("leaving");
        _time.Advance(TimeSpan.FromMilliseconds(100));
        container.WaitForElement(".toast.leaving");
    }

    [Fact]
    public async Task Many_FiveAreShownAndTheOthersWaitWithTheirTime()
    {
        var container = await OpenAsync();
        for (var number = 1; number <= 7; number++)
        {
            Request(new Toast(ToastKind.Info, $"Message {number}"));
        }

        container.WaitForAssertion(() => Titles(container).Should().Equal("Message 7", "Message 6", "Message 5", "Message 4", "Message 3"));
        container.Find(".more").TextContent.Should().Be("2 more messages");
        _time.Advance(TimeSpan.FromSeconds(5));
        container.WaitForAssertion(() => container.FindAll(".leaving").Should().HaveCount(5));
        _time.Advance(NotificationsEffects.SlideOut);

        container.WaitForAssertion(() => Titles(container).Should().Equal("Message 2", "Message 1"));
        container.FindAll(".leaving, .more").Should().BeEmpty();
    }

    [Fact]
    public async Task More_Clicked_ShowsAll()
    {
        var container = await OpenAsync();
        for (var number = 1; number <= 6; number++)
        {
            Request(new Toast(ToastKind.Error, $"Message {number}"));
        }

        container.WaitForElement(".more").TextContent.Should().Be("1 more message");
        await container.Find(".more").ClickAsync(new());

        Titles(container).Should().HaveCount(6);
    }

    [Fact]
    public async Task Many_OnAPhone_TwoAreShown()
    {
        var container = await OpenAsync();
        for (var number = 1; number <= 5; number++)
        {
            Request(new Toast(ToastKind.Info, $"Message {number}"));
        }

        var window = new BrowserWindowSize { Width = 360, Height = 740 };
        await container.Instance.NotifyBrowserViewportChangeAsync(new BrowserViewportEventArgs(Guid.NewGuid(), window, Breakpoint.Xs));

        Titles(container).Should().Equal("Message 5", "Message 4");
        container.Find(".more").TextContent.Should().Be("3 more messages");
    }

    [Fact]
    public async Task Merged_StandsInItsPlaceWithItsTimeAnew()
    {
        var container = await OpenAsync();
        Request(new Toast(ToastKind.Info, "3 rooms changed") { MergeKey = "building" });
        container.WaitForElement(".toast");
        _time.Advance(TimeSpan.FromSeconds(4));

        Request(new Toast(ToastKind.Info, "12 rooms changed") { MergeKey = "building" });

        container.WaitForAssertion(() => Titles(container).Should().Equal("12 rooms changed"));
        _time.Advance(TimeSpan.FromSeconds(4));
        container.Find(".toast").ClassList.Should().NotContain("leaving");
        _time.Advance(TimeSpan.FromSeconds(1));
        container.WaitForElement(".leaving");
    }

    [Fact]
    public async Task Close_Clicked_ClosesThatOne()
    {
        var container = await OpenAsync();
        Request(new Toast(ToastKind.Error, "First"));
        Request(new Toast(ToastKind.Error, "Second") { ActionText = "Rebook", ActionHref = "rooms/3" });
        container.WaitForAssertion(() => container.Find(".action").GetAttribute("href").Should().Be("rooms/3"));

        await container.Find("[data-toast='1'] [data-toast-close]").ClickAsync(new());
        container.WaitForElement("[data-toast='1'].leaving");
        _time.Advance(NotificationsEffects.SlideOut);

        container.WaitForAssertion(() => Titles(container).Should().Equal("Second"));
    }

    [Theory]
    [InlineData(ToastPosition.TopRight, "top right")]
    [InlineData(ToastPosition.TopLeft, "top left")]
    [InlineData(ToastPosition.BottomRight, "bottom right")]
    [InlineData(ToastPosition.BottomLeft, "bottom left")]
    public async Task Position_BySetting_IsACorner(ToastPosition position, string corner)
    {
        Services.AddSingleton(Options.Create(new NotificationsOptions { Position = position }));
        var container = await OpenAsync();

        Request(new Toast(ToastKind.Info, "Here"));

        container.WaitForAssertion(() => container.Find("section").ClassName.Should().StartWith($"toasts {corner}"));
    }

    private void Request(Toast toast) => Dispatcher.Dispatch(new ToastRequested(toast));

    private async Task<IRenderedComponent<ToastContainer>> OpenAsync()
    {
        await Services.GetRequiredService<IStore>().InitializeAsync();
        return Render<ToastContainer>();
    }

    private static IEnumerable<string> Titles(IRenderedComponent<ToastContainer> container) => container.FindAll(".words b").Select(title => title.TextContent);
}
