using System.Collections.Immutable;
using System.Globalization;
using Bunit;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State;
using RoomMonitor.Tests.State.Booking;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Booking;

namespace RoomMonitor.Tests.Components.Booking;

public sealed class BookingPanelTests : IAsyncLifetime
{
    private readonly TestBoard _board = new TestBoard().With(
        TestBoard.Room(1, "Room 2.14", capacity: 10),
        new Room { Id = 2, Code = "R2", Name = "Aula", Building = "Main Building", Capacity = 300, RequiresApproval = true });

    private BookingContext _context = null!;
    private TimeSlot? _slot;

    public Task InitializeAsync()
    {
        _context = new BookingContext(_board);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public async Task Panel_Opened_SuggestsTheNextHourAndSaysWhatWillHappen()
    {
        _board.Reserve(1, 78, 168);

        var panel = await OpenAsync();

        Value(panel, "day").Should().Be("2026-11-24");
        Value(panel, "from").Should().Be("14:15");
        Value(panel, "to").Should().Be("15:15");
        Summary(panel).Should().Be("Today 14:15–15:15, 1 h. Fits before the next reservation at 15:30. Confirmed at once.");
        Book(panel).TextContent.Replace("\u2060", "", StringComparison.Ordinal).Trim().Should().Be("Book 14:15–15:15");
        panel.FindAll(".chip").Select(chip => $"{chip.TextContent} {chip.GetAttribute("aria-pressed")}")
            .Should().Equal("30 min false", "1 h true", "Until 15:30 false");
        _slot.Should().Be(Slot("14:15", "15:15"));
    }

    [Fact]
    public async Task Panel_RoomIsTakenNow_SuggestsTheFirstFreeHour()
    {
        _board.Reserve(1, -12, 48);

        Summary(await OpenAsync()).Should().StartWith("Today 15:00–16:00, 1 h.");
    }

    [Fact]
    public async Task Panel_RoomNeedsApproval_AsksAndSaysSo()
    {
        var panel = await OpenAsync(roomId: 2);

        Summary(panel).Should().EndWith("Has to be approved.");
        Book(panel).TextContent.Replace("\u2060", "", StringComparison.Ordinal).Trim().Should().Be("Ask for 14:15–15:15");
    }

    [Fact]
    public async Task Submit_Complete_AsksForWhatWasTyped()
    {
        var panel = await OpenAsync();
        Type(panel, "purpose", " Thesis supervision ");
        Type(panel, "people", "4");
        Type(panel, "from", "16:00");
        // As Blazor hands over what a time field says.
        Type(panel, "to", "16:30:00");

        panel.Find("form").Submit();

        _context.Requests.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { RoomId = 1, Slot = Slot("16:00", "16:30"), Purpose = "Thesis supervision", People = 4 });
    }

    [Fact]
    public async Task Submit_TwiceOrWhenBooked_AsksOnce()
    {
        var panel = await OpenAsync();
        Type(panel, "purpose", "Thesis supervision");
        panel.Find("form").Submit();
        panel.Find("form").Submit();
        Book(panel).GetAttribute("aria-disabled").Should().Be("true");

        _context.Answer(BookingReducersTests.Success(_context.Requests[0]));
        panel.Find("form").Submit();

        _context.Requests.Should().ContainSingle();
        Summary(panel).Should().StartWith("Booked: Room 1.04, Today 14:15–15:15.");
        Value(panel, "purpose").Should().Be("Thesis supervision");
    }

    [Fact]
    public async Task Key_StaysOverAFailure_AndIsAnotherOneForWhatIsTypedAfterASuccess()
    {
        var panel = await OpenAsync();
        Type(panel, "purpose", "Thesis supervision");
        panel.Find("form").Submit();
        _context.Answer(new BookingFailed(_context.Requests[0], null));
        panel.Find("[role=alert]:not([hidden])").TextContent.Trim().Should().StartWith("Press Book again");
        panel.Find("form").Submit();
        _context.Answer(BookingReducersTests.Success(_context.Requests[1]));
        Type(panel, "from", "17:00");
        panel.Find("form").Submit();

        _context.Requests[1].Key.Should().Be(_context.Requests[0].Key);
        _context.Requests[2].Key.Should().NotBe(_context.Requests[0].Key);
    }

    [Fact]
    public async Task Key_Restored_IsTheOneThatIsUsed()
    {
        var key = Guid.NewGuid();
        var panel = await OpenAsync();
        panel.Find("input[name=key]").Change(key.ToString());
        Type(panel, "purpose", "Thesis supervision");

        panel.Find("form").Submit();

        _context.Requests[0].Key.Should().Be(key);
    }

    [Fact]
    public async Task Submit_Incomplete_SaysWhatIsMissingAtItsField()
    {
        var panel = await OpenAsync();
        panel.FindAll("[aria-invalid]").Should().BeEmpty();

        panel.Find("form").Submit();

        var purpose = panel.Find("#booking-purpose");
        purpose.GetAttribute("aria-invalid").Should().Be("true");
        panel.Find($"#{purpose.GetAttribute("aria-describedby")}").TextContent.Should().Be("Say what the room is for.");
        _context.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("people", "11", "Room 2.14 has 10 seats.")]
    [InlineData("people", "0", "At least one person.")]
    [InlineData("people", "some", "At least one person.")]
    [InlineData("day", "2026-11-23", "This day is over.")]
    [InlineData("day", "2029-12-24", "At most three years ahead.")]
    [InlineData("day", "", "Choose a day.")]
    [InlineData("from", "14:11", "This has passed already.")]
    [InlineData("to", "14:15", "The end must be after the start.")]
    public async Task Field_WrongWhileTyping_SaysWhy(string field, string value, string error)
    {
        var panel = await OpenAsync();

        Type(panel, field, value);

        panel.Find($"#booking-{field}-error").TextContent.Should().Be(error);
        Value(panel, field).Should().Be(value);
    }

    [Fact]
    public async Task Time_TheClockSkips_IsRefusedAtItsField()
    {
        var panel = await OpenAsync();

        Type(panel, "day", "2027-03-28");
        Type(panel, "from", "01:30");

        panel.Find("#booking-from-error").TextContent.Should().Be("The clocks skip 01:30 on this day.");
    }

    [Fact]
    public async Task Time_TheClockRepeats_IsTheEarlier()
    {
        var panel = await OpenAsync();

        Type(panel, "day", "2027-10-31");
        Type(panel, "from", "01:30");
        Type(panel, "to", "02:30");

        _slot!.Value.Start.Should().Be(new DateTime(2027, 10, 31, 0, 30, 0, DateTimeKind.Utc));
        _slot.Value.Length.Should().Be(TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task Time_Midnight_IsTheEndOfTheDay()
    {
        var panel = await OpenAsync();

        Type(panel, "from", "23:00");
        Type(panel, "to", "00:00");

        _slot.Should().Be(new TimeSlot(Campus.At("23:00"), Campus.At("2026-11-25 00:00")));
        Summary(panel).Should().StartWith("Today 23:00–24:00, 1 h.");
    }

    [Fact]
    public async Task From_Changed_KeepsTheLength()
    {
        var panel = await OpenAsync();

        Type(panel, "from", "17:45");

        Value(panel, "to").Should().Be("18:45");
    }

    [Fact]
    public async Task Chip_Pressed_SetsTheEnd()
    {
        _board.Reserve(1, 78, 168);
        var panel = await OpenAsync();

        panel.FindAll(".chip")[2].Click();

        Value(panel, "to").Should().Be("15:30");
        Summary(panel).Should().Contain("Ends as the next reservation begins.");
    }

    [Fact]
    public async Task Time_TakenMeanwhile_SaysSoAndKeepsWhatWasTyped()
    {
        var panel = await OpenAsync();
        Type(panel, "purpose", "Thesis supervision");

        _board.Reserve(1, 18, 48);
        _context.Publish();

        panel.WaitForAssertion(() => Summary(panel).Should().Be("Today 14:15–15:15, 1 h. Taken: 14:30–15:00 is reserved. What you typed is kept."));
        Book(panel).GetAttribute("aria-disabled").Should().Be("true");
        panel.Find("form").Submit();
        _context.Requests.Should().BeEmpty();
        Value(panel, "purpose").Should().Be("Thesis supervision");
        panel.Find("button.text").Click();
        Summary(panel).Should().StartWith("Today 15:00–16:00, 1 h.");
    }

    [Fact]
    public async Task Time_BeyondTheBoard_PromisesNothing()
    {
        var panel = await OpenAsync();

        Type(panel, "day", "2026-12-24");

        Summary(panel).Should().Contain("checked when you book");
    }

    [Fact]
    public async Task Slot_ChosenOnACalendar_GoesIntoTheFields()
    {
        var panel = await OpenAsync();
        Type(panel, "purpose", "Thesis supervision");

        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        panel.Render(parameters => parameters.Add(p => p.Slot, new TimeSlot(Campus.At("2026-11-26 09:00"), Campus.At("2026-11-26 10:30"))));

        Value(panel, "day").Should().Be("2026-11-26");
        Value(panel, "from").Should().Be("09:00");
        Value(panel, "to").Should().Be("10:30");
        Value(panel, "purpose").Should().Be("Thesis supervision");
        Summary(panel).Should().StartWith("Thu 26 Nov 09:00–10:30, 1 h 30 min.");
    }

    [Fact]
    public async Task Panel_InGerman_SpeaksGerman()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
        _board.Reserve(1, 78, 168);

        var panel = await OpenAsync();

        Summary(panel).Should().Be("Heute 14:15–15:15, 1 h. Passt vor die nächste Reservierung um 15:30. Sofort bestätigt.");
        Book(panel).TextContent.Replace("\u2060", "", StringComparison.Ordinal).Trim().Should().Be("14:15–15:15 buchen");
    }

    [Fact]
    public async Task Refusal_OfTheServer_StandsAtItsField()
    {
        var panel = await OpenAsync();
        Type(panel, "purpose", "Thesis supervision");
        panel.Find("form").Submit();

        _context.Answer(new BookingRefused(_context.Requests[0], ImmutableDictionary<ReservationField, string>.Empty.Add(ReservationField.Attendees, "Not so many.")));

        panel.Find("#booking-people-error").TextContent.Should().Be("Not so many.");
    }

    [Fact]
    public async Task Panel_Anonymous_LeadsToSignInAndBackToTheTime()
    {
        await using var context = new BookingContext(_board, isSignedIn: false);

        var panel = await context.OpenAsync<BookingPanel>(parameters => parameters.Add(p => p.RoomId, 1));

        panel.FindAll("button[type=submit]").Should().BeEmpty();
        var href = panel.Find("a.button").GetAttribute("href");
        Uri.UnescapeDataString(href!).Should().Be("account/sign-in?returnUrl=/?start=2026-11-24T14:15:00Z&end=2026-11-24T15:15:00Z");
    }

    private Task<IRenderedComponent<BookingPanel>> OpenAsync(int roomId = 1) => _context.OpenAsync<BookingPanel>(parameters => parameters
        .Add(p => p.RoomId, roomId)
        .Add(p => p.SlotChanged, slot => _slot = slot));

    private static void Type(IRenderedComponent<BookingPanel> panel, string field, string value) => panel.Find($"#booking-{field}").Input(value);

    private static string? Value(IRenderedComponent<BookingPanel> panel, string field) => panel.Find($"#booking-{field}").GetAttribute("value");

    private static AngleSharp.Dom.IElement Book(IRenderedComponent<BookingPanel> panel) => panel.Find(".in-panel .button");

    private static string Summary(IRenderedComponent<BookingPanel> panel) =>
        string.Join(" ", panel.Find(".summary").TextContent.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).Replace("\u2060", "", StringComparison.Ordinal);

    private static TimeSlot Slot(string start, string end) => new(Campus.At(start), Campus.At(end));
}
