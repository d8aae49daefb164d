using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Features.Reservations;

namespace RoomMonitor.Tests.Components.Reservations;

public sealed class ReservationsPageTests : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private ReservationsContext _context = null!;

    public async Task InitializeAsync() => _context = await ReservationsContext.CreateAsync();

    public async Task DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public async Task Render_NothingBooked_LeadsToTheRooms()
    {
        var page = await _context.OpenAsync();

        page.Find(".empty h2").TextContent.Should().Be("Nothing booked. Find a room for today.");
        page.Find(".empty a").GetAttribute("href").Should().Be("./");
    }

    [Fact]
    public async Task Render_RunningAndAhead_ShowsTheRunningOneFirst()
    {
        var running = await _context.BookAsync(0, 60, "Running");
        var later = await _context.BookAsync(120, 180, "Later");

        var page = await _context.OpenAsync();

        Rows(page).Should().Equal(running.Id, later.Id);
        page.Find(".running .countdown").TextContent.Should().Contain("Ends in").And.Contain("1 h");
        Row(page, later.Id).TextContent.Should().ContainAll("Room A1", "16:12", "17:12", "Today", "Later", "5 people", "Confirmed", "Starts in", "2 h");
        page.FindAll("nav.tabs a").Select(tab => tab.TextContent.Trim()).First().Should().StartWith("Upcoming").And.EndWith("2");
    }

    [Fact]
    public async Task Render_PendingAndPast_StandInTheirOwnTabs()
    {
        var guarded = await _context.Database.AddRoomAsync("G1", requiresApproval: true);
        var pending = await _context.BookAsync(60, 120, room: guarded);
        var over = await _context.BookAsync(0, 30, "Over");
        var cancelled = await _context.BookAsync(300, 330, "Called off");
        await _context.Database.Reservations.CancelAsync(cancelled.Id, _context.Me, default);
        _context.Database.Clock.Advance(TimeSpan.FromMinutes(31));

        // With a slash at the end it is the same page, and its links have none.
        var page = await _context.OpenAsync("/?tab=pending");
        Rows(page).Should().Equal(pending.Id);
        Row(page, pending.Id).TextContent.Should().Contain("Pending");

        _context.Services.GetRequiredService<NavigationManager>().NavigateTo("/reservations?tab=past");
        page.WaitForAssertion(() => Rows(page).Should().Equal(cancelled.Id, over.Id), _patience);
        Row(page, cancelled.Id).TextContent.Should().Contain("Cancelled");
        Row(page, over.Id).QuerySelector($"a[href$='?start=2026-12-01T14:12:00Z&end=2026-12-01T14:42:00Z&people=5&again={over.Id}']").Should().NotBeNull("it can be booked again a week later");
        page.Find("nav.tabs a[aria-current]").TextContent.Should().Contain("Past");
    }

    [Fact]
    public async Task Past_MoreThanAPage_IsPaged()
    {
        for (var index = 0; index < 22; index++)
        {
            var booked = await _context.BookAsync(60 + (index * 10), 70 + (index * 10), $"Past {index}");
            await _context.Database.Reservations.CancelAsync(booked.Id, _context.Me, default);
        }

        var page = await _context.OpenAsync("?tab=past");
        Rows(page).Should().HaveCount(20);
        page.Find(".pager").TextContent.Should().Contain("Page 1 of 2");
        page.Find(".pager a[rel=next]").GetAttribute("href").Should().Be("reservations?tab=past&page=2");

        _context.Services.GetRequiredService<NavigationManager>().NavigateTo("/reservations?tab=past&page=2");
        page.WaitForAssertion(() => Rows(page).Should().HaveCount(2), _patience);
    }

    [Fact]
    public async Task Cancel_Confirmed_CancelsAndSaysSo()
    {
        var booked = await _context.BookAsync(60, 120, "Thesis supervision");
        var page = await _context.OpenAsync();

        Button(page, "Cancel Room A1").Click();
        page.Find("dialog").TextContent.Should().ContainAll("Cancel this reservation?", "Room A1", "Thesis supervision", "15:12");
        (await _context.FindAsync(booked.Id)).Status.Should().Be(ReservationStatus.Confirmed, "nothing happens before it is confirmed");
        page.Find("dialog .buttons button:last-child").Click();

        page.WaitForAssertion(() => page.FindAll("dialog").Should().BeEmpty(), _patience);
        Rows(page).Should().BeEmpty();
        (await _context.FindAsync(booked.Id)).Status.Should().Be(ReservationStatus.Cancelled);
        _context.Dispatched.OfType<ToastRequested>().Single().Toast.Should().BeEquivalentTo(
            new { Kind = ToastKind.Success, Title = "Reservation cancelled" });
    }

    [Fact]
    public async Task Cancel_Dismissed_ChangesNothing()
    {
        var booked = await _context.BookAsync(60, 120);
        var page = await _context.OpenAsync();

        Button(page, "Cancel Room A1").Click();
        page.Find("dialog [data-dismiss]").Click();

        page.FindAll("dialog").Should().BeEmpty();
        (await _context.FindAsync(booked.Id)).Status.Should().Be(ReservationStatus.Confirmed);
    }

    [Fact]
    public async Task Cancel_CancelledMeanwhile_SaysWhyInTheDialog()
    {
        var booked = await _context.BookAsync(60, 120);
        var page = await _context.OpenAsync();
        Button(page, "Cancel Room A1").Click();
        await _context.Database.Reservations.CancelAsync(booked.Id, Caller.System, default);

        page.Find("dialog .buttons button:last-child").Click();

        page.WaitForAssertion(() => page.Find("dialog [role=alert]").TextContent.Should().Contain("over or cancelled by now"), _patience);
    }

    [Fact]
    public async Task EndEarly_Confirmed_EndsIt()
    {
        var booked = await _context.BookAsync(0, 60);
        _context.Database.Clock.Advance(TimeSpan.FromMinutes(10));
        var page = await _context.OpenAsync();

        Button(page, "End early: Room A1").Click();
        page.Find("dialog .buttons button:last-child").Click();

        page.WaitForAssertion(() => page.FindAll("dialog, .running").Should().BeEmpty(), _patience);
        (await _context.FindAsync(booked.Id)).End.Should().Be(TestBoard.Start.AddMinutes(10));
    }

    [Fact]
    public async Task EndEarly_WithinItsFirstMinute_SaysEnded()
    {
        await _context.BookAsync(0, 60);
        var page = await _context.OpenAsync();

        Button(page, "End early: Room A1").Click();
        page.Find("dialog .buttons button:last-child").Click();

        page.WaitForAssertion(() => page.FindAll("dialog, .running").Should().BeEmpty(), _patience);
        _context.Dispatched.OfType<ToastRequested>().Should().ContainSingle().Which.Toast.Title.Should().Be("Reservation ended");
    }

    [Fact]
    public async Task Running_TheMainButton_IsNotTheOneThatEndsIt()
    {
        await _context.BookAsync(0, 60);
        var page = await _context.OpenAsync();

        page.FindAll(".running .mud-button-filled").Should().ContainSingle().Which.TextContent.Trim().Should().StartWith("+");
    }

    [Fact]
    public async Task Change_ByAnAdministrator_AppearsByItself()
    {
        var guarded = await _context.Database.AddRoomAsync("G1", requiresApproval: true);
        var pending = await _context.BookAsync(60, 120, room: guarded);
        var page = await _context.OpenAsync();
        Rows(page).Should().BeEmpty();

        await _context.Database.Reservations.ConfirmAsync(pending.Id, Caller.System, default);
        _context.Board.Reserve(1, 60, 120, actorId: _context.Me.Actor.UserId);

        page.WaitForAssertion(() => Rows(page).Should().Equal(pending.Id), _patience);
    }

    [Fact]
    public async Task Move_ToATakenTime_ShowsWhatIsInTheWayAndKeepsWhatWasTyped()
    {
        var booked = await _context.BookAsync(60, 120);
        await _context.Database.Reservations.CreateAsync(
            new ReservationDraft(_context.Room.Id, TestBoard.Start.AddMinutes(180), TestBoard.Start.AddMinutes(240), new ReservationDetails("Others", 3)), Caller.System, default);
        var page = await _context.OpenAsync();

        Button(page, "Move Room A1").Click();
        page.FindAll("dialog input[type=time]")[0].Change("17:30");
        page.FindAll("dialog input[type=time]")[1].Change("18:30");
        page.Find("dialog form").Submit();

        page.WaitForAssertion(() => page.Find("dialog [role=alert]").TextContent.Should().ContainAll("This time is taken", "17:12", "18:12"), _patience);
        page.FindAll("dialog input[type=time]")[0].GetAttribute("value").Should().Be("17:30");
        (await _context.FindAsync(booked.Id)).Start.Should().Be(TestBoard.Start.AddMinutes(60));
    }

    [Fact]
    public async Task Move_ToAFreeTime_MovesIt()
    {
        var booked = await _context.BookAsync(60, 120);
        var page = await _context.OpenAsync();

        Button(page, "Move Room A1").Click();
        page.FindAll("dialog input")[0].Change("2026-11-25");
        page.Find("dialog form").Submit();

        page.WaitForAssertion(() => page.FindAll("dialog").Should().BeEmpty(), _patience);
        (await _context.FindAsync(booked.Id)).Start.Should().Be(TestBoard.Start.AddMinutes(60).AddDays(1));
        Row(page, booked.Id).TextContent.Should().Contain("Tomorrow");
    }

    /// <summary>Another room, and nothing else: both instants stay, over midnight, over days, and to the second.</summary>
    [Theory]
    [InlineData("2026-12-14T09:00:00Z", "2026-12-16T17:00:00Z")]
    [InlineData("2026-12-20T00:00:00Z", "2026-12-21T00:00:00Z")]
    [InlineData("2026-12-20T22:00:00Z", "2026-12-21T02:00:07Z")]
    [InlineData("2027-10-31T01:30:00Z", "2027-10-31T03:00:00Z")] // 01:30 for the second time
    public async Task Move_ToAnotherRoom_KeepsTheInstants(string start, string end)
    {
        var slot = new TimeSlot(Instant(start), Instant(end));
        var booked = await _context.Database.Reservations.CreateAsync(
            new ReservationDraft(_context.Room.Id, slot.Start, slot.End, new ReservationDetails("Fair", 5)), _context.Me, default);
        await _context.Database.AddRoomAsync("A2");
        var page = await _context.OpenAsync();

        Button(page, "Move Room A1").Click();
        page.Find("dialog select").Change("2");
        page.Find("dialog form").Submit();

        page.WaitForAssertion(() => page.FindAll("dialog").Should().BeEmpty(), _patience);
        var moved = await _context.FindAsync(booked.Id);
        (moved.RoomId, moved.Slot).Should().Be((2, slot));
    }

    private static DateTime Instant(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime();

    private static IEnumerable<int> Rows(IRenderedComponent<ReservationsPage> page) =>
        page.FindAll("[data-reservation]").Select(row => int.Parse(row.GetAttribute("data-reservation")!, CultureInfo.InvariantCulture));

    private static AngleSharp.Dom.IElement Row(IRenderedComponent<ReservationsPage> page, int id) => page.Find($"[data-reservation='{id}']");

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ReservationsPage> page, string name) =>
        page.FindAll("button").Single(button => button.GetAttribute("aria-label")?.StartsWith(name, StringComparison.Ordinal) == true);
}
