using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>Back leads to where one was, and nothing moves away from under a finger.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BackTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    // A list of two rooms in the page, attached as the live lists are.
    private const string TwoRooms = """
        async () => {
          const { attach } = await import('/js/room-monitor-grid.js');
          document.body.innerHTML = `<div id="list"><div data-room="1"><a href="/account/sign-in#one" style="display:block;height:80px">1</a></div><div data-room="2"><a href="/account/sign-in#two" style="display:block;height:80px">2</a></div></div>`;
          let now = 10_000;
          performance.now = () => now;
          const list = document.getElementById('list');
          const grid = attach(list, {});
          window.turn = () => { grid.remember(); list.append(list.firstElementChild); grid.glide(); };
          window.wait = milliseconds => { now += milliseconds; };
        }
        """;

    [Fact]
    public async Task Back_FromARoomAndOverADialog_ReturnsToThePlaceAndClosesFirst()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/?status=available", width: 390, height: 700, user: BookingSteps.Administrator);
        await page.EvaluateAsync("scrollTo(0, 1500)");
        var card = page.Locator("[data-room]").Nth(4);
        await Assertions.Expect(card).ToBeVisibleAsync();
        var id = await page.EvaluateAsync<string>("[...document.querySelectorAll('[data-room]')].find(card => card.getBoundingClientRect().top > 100).dataset.room");
        var at = await TopAsync(page, id);
        await page.EvaluateAsync("window.untouched = true");
        await page.Locator($"[data-room='{id}'] h3 a").ClickAsync();
        await Assertions.Expect(page.Locator("#booking-heading")).ToBeAttachedAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        (await page.EvaluateAsync<double>("scrollY")).Should().Be(0);

        await page.GoBackAsync();
        await page.WaitForFunctionAsync(
            "([id, at]) => Math.abs((document.querySelector(`[data-room='${id}']`)?.getBoundingClientRect().top ?? 1e6) - at) < 8", new object[] { id, at });
        page.Url.Should().EndWith("?status=available");

        await page.GotoAsync("/monitor");
        await BookingSteps.LiveAsync(page);
        await page.GotoAsync("/admin/kiosks");
        await BookingSteps.LiveAsync(page);
        foreach (var closes in new Func<Task>[] { () => page.GoBackAsync(), () => page.Keyboard.PressAsync("Escape") })
        {
            await page.Locator(".register button").ClickAsync();
            await Assertions.Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();
            await closes();
            await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
            page.Url.Should().EndWith("/admin/kiosks");
        }

        await page.WaitForFunctionAsync("() => !history.state?.dialog");
        await page.GoBackAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/monitor", StringComparison.Ordinal));
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task SignIn_WrongOnce_LeavesNoFormToSendAgain()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/account/sign-in");
        await page.FillAsync("#email", BookingSteps.Staff);
        await page.FillAsync("#password", "wrong");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("#sign-in-error")).ToBeVisibleAsync();

        var answer = await page.ReloadAsync();

        answer!.Request.Method.Should().Be("GET");
        await Assertions.Expect(page.Locator("#email")).ToBeVisibleAsync();
        await MonitorLiveTests.CloseAsync(page);
    }

    [Fact]
    public async Task List_PressedAsItsOrderChanges_OpensNothingElse()
    {
        var page = await chromium.OpenAsync(demo.Server.Address, "/account/sign-in");
        // A room that glides can still be pressed where it is seen.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.EvaluateAsync(TwoRooms);
        var middle = await page.Locator("[data-room='1']").EvaluateAsync<float[]>("room => [room.getBoundingClientRect().left + 20, room.getBoundingClientRect().top + 40]");

        await page.EvaluateAsync("turn()");
        await page.Mouse.ClickAsync(middle[0], middle[1]);
        (await page.EvaluateAsync<string>("location.hash")).Should().BeEmpty("the finger was on its way to the other room");
        await page.EvaluateAsync("wait(700)");
        await page.Mouse.ClickAsync(middle[0], middle[1]);
        (await page.EvaluateAsync<string>("location.hash")).Should().Be("#two");
        await MonitorLiveTests.CloseAsync(page);
    }

    private static Task<double> TopAsync(IPage page, string id) => page.Locator($"[data-room='{id}']").EvaluateAsync<double>("card => card.getBoundingClientRect().top");
}
