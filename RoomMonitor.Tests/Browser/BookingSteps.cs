using System.Globalization;
using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>What somebody does who books on a page.</summary>
internal static class BookingSteps
{
    public const string Staff = "staff@demo.local";
    public const string Administrator = "admin@demo.local";

    /// <summary>A person of their own, signed in, on the page of a room.</summary>
    public static Task<IPage> OpenRoomAsync(
        this ChromiumFixture chromium, Uri address, int roomId, string email = Staff, int width = 1280, ColorScheme theme = ColorScheme.Light) =>
        chromium.OpenAsync(address, string.Create(CultureInfo.InvariantCulture, $"/rooms/{roomId}"), width, theme: theme, user: email);

    public static async Task LiveAsync(IPage page) =>
        await page.WaitForSelectorAsync("html[data-connection=live]", new() { State = WaitForSelectorState.Attached });

    public static async Task FillAsync(IPage page, string day, string from, string to)
    {
        await page.Locator("#booking-day").FillAsync(day);
        await page.Locator("#booking-from").FillAsync(from);
        await page.Locator("#booking-to").FillAsync(to);
        await page.Locator("#booking-purpose").FillAsync(BookingRoom.Purpose);
        await Assertions.Expect(page.Locator("form#booking .summary b")).ToBeVisibleAsync();
    }

    public static ILocator Book(IPage page) => page.Locator(".in-panel .button");

    public static ILocator Summary(IPage page) => page.Locator("form#booking .summary");
}
