using Bunit;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Features.Reservations;

namespace RoomMonitor.Tests.Components.Reservations;

/// <summary>What a reservation is for, and for how many, is changed after it was made.</summary>
public sealed class DescribeDialogTests : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private ReservationsContext _context = null!;

    public async Task InitializeAsync() => _context = await ReservationsContext.CreateAsync();

    public async Task DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public async Task Change_PurposeAndPeople_ChangesThemAndNothingElse()
    {
        var booked = await _context.BookAsync(60, 120);
        var page = await _context.OpenAsync();

        Change(page).Click();
        Fill(page, " ", "0");
        page.Find("dialog form").Submit();
        page.Find("dialog [role=alert]").TextContent.Should().Be("Say what the room is for.");
        Fill(page, "Exam\u202e", "7");
        page.Find("dialog form").Submit();
        page.Find("dialog [role=alert]").TextContent.Should().Contain("U+202E");
        Fill(page, " Exam ", "7");
        page.Find("dialog form").Submit();

        page.WaitForAssertion(() => page.FindAll("dialog").Should().BeEmpty(), _patience);
        var changed = await _context.FindAsync(booked.Id);
        (changed.Purpose, changed.Attendees, changed.Slot, changed.Status).Should().Be(("Exam", 7, booked.Slot, ReservationStatus.Confirmed));
        _context.Dispatched.OfType<ToastRequested>().Single().Toast.Title.Should().Be("Reservation changed");
    }

    [Fact]
    public async Task Change_MorePeopleThanWereApproved_AsksAgain()
    {
        var guarded = await _context.Database.AddRoomAsync("G1", requiresApproval: true);
        var booked = await _context.BookAsync(60, 120, room: guarded);
        await _context.Database.Reservations.ConfirmAsync(booked.Id, RoomMonitor.Data.Reservations.Caller.System, default);
        var page = await _context.OpenAsync();

        Change(page).Click();
        Fill(page, "Exam", "4");
        page.FindAll("dialog .note").Should().BeEmpty();
        page.Find("dialog .buttons button:last-child").TextContent.Trim().Should().Be("Save");
        Fill(page, "Exam", "6");
        page.FindAll("dialog .note").Should().ContainSingle();
        page.Find("dialog .buttons button:last-child").TextContent.Trim().Should().Be("Ask for this");
        page.Find("dialog form").Submit();

        page.WaitForAssertion(() => page.FindAll("dialog").Should().BeEmpty(), _patience);
        (await _context.FindAsync(booked.Id)).Status.Should().Be(ReservationStatus.Pending);
    }

    /// <summary>The room's page leads here.</summary>
    [Fact]
    public async Task Change_InTheAddress_OpensTheDialog()
    {
        var booked = await _context.BookAsync(60, 120, "Seminar");

        var page = await _context.OpenAsync($"?change={booked.Id}");

        page.WaitForAssertion(() => page.Find("dialog input").GetAttribute("value").Should().Be("Seminar"), _patience);
        page.Find("dialog [data-dismiss]").Click();
        page.FindAll("dialog").Should().BeEmpty("once is enough");
    }

    private static AngleSharp.Dom.IElement Change(IRenderedComponent<ReservationsPage> page) =>
        page.FindAll("button").Single(button => button.GetAttribute("aria-label")?.StartsWith("Change what", StringComparison.Ordinal) == true);

    private static void Fill(IRenderedComponent<ReservationsPage> page, string purpose, string people)
    {
        page.FindAll("dialog input:not([type=radio])")[0].Change(purpose);
        page.FindAll("dialog input:not([type=radio])")[1].Change(people);
    }
}
