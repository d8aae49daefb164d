using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RoomMonitor.Tests.Browser;

/// <summary>What the tour looks at: pages, and what opens on them.</summary>
internal static class TourStops
{
    /// <summary>Each page as it comes.</summary>
    public static IReadOnlyList<TourStop> Pages { get; } =
    [
        new("browse", _ => "/") { User = BookingSteps.Staff },
        new("browse-then", _ => "/?on=2026-12-08&from=10:00&to=12:00&seats=12"),
        new("browse-nothing", _ => "/?seats=100&with=Fume%20hood"),
        new("room", campus => $"/rooms/{campus.RoomId}") { User = BookingSteps.Staff },
        new("monitor", _ => "/monitor"),
        new("monitor-table", _ => "/monitor?view=table&group=building"),
        new("reservations", _ => "/reservations") { User = BookingSteps.Staff },
        new("reservations-pending", _ => "/reservations?tab=pending") { User = BookingSteps.Staff },
        new("reservations-past", _ => "/reservations?tab=past") { User = BookingSteps.Staff },
        new("account", _ => "/account") { User = BookingSteps.Staff },
        new("sign-in", _ => "/account/sign-in"),
        new("not-found", _ => "/there-is-no-such-page"),
    ];

    /// <summary>What opens on a page, and pages in German.</summary>
    public static IReadOnlyList<TourStop> States { get; } =
    [
        new("first-visit", _ => "/") { IsFirstVisit = true },
        new("book-now", _ => "/") { User = BookingSteps.Staff, PrepareAsync = (page, _) => OpenAsync(page.Locator("[data-room] button[aria-expanded]").First, page.Locator("menu-popover .menu")) },
        new("booking-errors", campus => $"/rooms/{campus.RoomId}") { User = BookingSteps.Staff, PrepareAsync = (page, _) => FillWrongAsync(page) },
        new("conflict", campus => $"/rooms/{campus.RoomId}") { User = BookingSteps.Staff, PrepareAsync = (page, _) => MeetConflictAsync(page) },
        new("recurrence", campus => $"/rooms/{campus.RoomId}") { User = BookingSteps.Staff, PrepareAsync = (page, _) => RepeatAsync(page) },
        new("move", _ => "/reservations") { User = BookingSteps.Staff, PrepareAsync = (page, _) => AskAsync(page, "^Move.*Sun") },
        new("cancel", _ => "/reservations") { User = BookingSteps.Staff, PrepareAsync = (page, _) => AskAsync(page, "^Cancel.*Sun") },
        new("toasts", _ => "/monitor") { User = BookingSteps.Staff, PrepareAsync = (page, campus) => ToastsAsync(page, campus) },
        new("shortcuts", _ => "/account") { User = BookingSteps.Staff, PrepareAsync = (page, _) => OpenAsync(page.Locator("main [data-shortcuts-open]"), page.Locator("dialog[open]")) },
        new("connection", _ => "/monitor") { PrepareAsync = (page, _) => LoseConnectionAsync(page), LosesConnection = true },
        new("browse-german", _ => "/") { User = BookingSteps.Staff, Locale = "de-DE" },
        new("room-german", campus => $"/rooms/{campus.RoomId}") { User = BookingSteps.Staff, Locale = "de-DE" },
        new("monitor-german", _ => "/monitor") { Locale = "de-DE" },
        new("reservations-german", _ => "/reservations") { User = BookingSteps.Staff, Locale = "de-DE" },
        new("account-german", _ => "/account") { User = BookingSteps.Staff, Locale = "de-DE" },
    ];

    private static async Task OpenAsync(ILocator button, ILocator opened)
    {
        await button.ClickAsync();
        await Assertions.Expect(opened).ToBeVisibleAsync();
    }

    private static async Task FillWrongAsync(IPage page)
    {
        await page.Locator("#booking-to").FillAsync("08:00");
        await page.Locator("#booking-people").FillAsync("400");
        await page.Locator("#booking-purpose").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#booking-people-error")).ToBeVisibleAsync();
        await page.Locator("form#booking").ScrollIntoViewIfNeededAsync();
    }

    private static async Task MeetConflictAsync(IPage page)
    {
        await BookingSteps.FillAsync(page, TourCampus.Saturdays[1], "14:15", "15:15");
        await page.Locator("#booking-purpose").PressAsync("Enter");
        await Assertions.Expect(page.Locator("modal-dialog .alternative").First).ToBeVisibleAsync();
    }

    private static async Task RepeatAsync(IPage page)
    {
        await BookingSteps.FillAsync(page, TourCampus.Saturdays[0], "14:15", "15:15");
        await page.GetByLabel("Repeat this reservation").CheckAsync();
        await Assertions.Expect(page.Locator(".occurrences .summary")).ToContainTextAsync("2 of 15");
        await page.Locator(".recurring").EvaluateAsync("recurring => recurring.scrollIntoView({ block: 'start' })");
    }

    private static Task AskAsync(IPage page, string button) =>
        OpenAsync(page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(button) }).First, page.GetByRole(AriaRole.Dialog));

    private static async Task ToastsAsync(IPage page, TourCampus campus)
    {
        await campus.CancelForStaffAsync(3);
        await Assertions.Expect(page.Locator("[data-toast]").First).ToBeVisibleAsync();
    }

    private static async Task LoseConnectionAsync(IPage page)
    {
        await page.Context.SetOfflineAsync(true);
        await page.EvaluateAsync("dispatchEvent(new Event('offline'))");
        await page.WaitForSelectorAsync("html[data-connection=reconnecting]", new() { State = WaitForSelectorState.Attached });
    }
}
