using System.Globalization;
using Bunit;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State;
using RoomMonitor.Tests.State.Booking;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Booking;

namespace RoomMonitor.Tests.Components.Booking;

/// <summary>What comes into the booking form from elsewhere, and what leads on from it.</summary>
public sealed class BookingPanelThreadTests : IAsyncLifetime
{
    private readonly TestBoard _board = new TestBoard().With(TestBoard.Room(1, "Room 2.14", capacity: 10));
    private BookingContext _context = null!;
    private TimeSlot? _slot;

    public Task InitializeAsync()
    {
        _context = new BookingContext(_board);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public async Task Time_OverDays_IsWrittenInTheFormAndTakenFromACalendar()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        var panel = await OpenAsync();
        Type(panel, "day", "2026-12-14");
        Type(panel, "from", "09:00");
        Type(panel, "end-day", "2026-12-16");
        Type(panel, "to", "17:00");

        var slot = new TimeSlot(Campus.At("2026-12-14 09:00"), Campus.At("2026-12-16 17:00"));
        _slot.Should().Be(slot);
        Summary(panel).Should().StartWith("Mon 14 Dec 09:00 – Wed 16 Dec 17:00, 2 d 8 h.");
        panel.Render(parameters => parameters.Add(p => p.Slot, new TimeSlot(Campus.At("2026-12-20 00:00"), Campus.At("2026-12-22 00:00"))));
        (Value(panel, "day"), Value(panel, "end-day"), Value(panel, "from"), Value(panel, "to")).Should().Be(("2026-12-20", "2026-12-22", "00:00", "00:00"));
        Type(panel, "end-day", "2027-01-21");
        panel.Find("#booking-end-day-error").TextContent.Should().Be("At most 31 days.");
    }

    /// <summary>A native GET would put what was typed into the address, history and logs; outside of a dialog this method goes nowhere.</summary>
    [Fact]
    public async Task Form_WithoutACircuit_IsSentNowhere() => (await OpenAsync()).Find("form").GetAttribute("method").Should().Be("dialog");

    [Fact]
    public async Task Submit_Incomplete_TellsTheButtonThatItsClickCameThrough()
    {
        var panel = await OpenAsync();
        var before = panel.Find(".in-panel button").GetAttribute("data-answer");

        panel.Find("form").Submit();

        panel.Find(".in-panel button").GetAttribute("data-answer").Should().NotBe(before);
        _context.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Booked_SaysWhatComesNext()
    {
        var panel = await OpenAsync();
        Type(panel, "purpose", "Thesis supervision");
        Type(panel, "people", "4");
        panel.Find("form").Submit();

        _context.Answer(BookingReducersTests.Success(_context.Requests[0]));

        panel.FindAll(".summary a").Select(link => link.GetAttribute("href")).Should().Equal("rooms/1/reservations/12.ics", "reservations");
        panel.Find(".in-panel button").GetAttribute("aria-disabled").Should().Be("true", "it is done, and a second click of a double click asks for nothing else");
        panel.Find(".next button").Click();
        (Value(panel, "purpose"), Value(panel, "people"), Value(panel, "from")).Should().Be(("", "4", "14:15"));
        Type(panel, "purpose", "Once more");
        panel.Find("form").Submit();
        _context.Requests[1].Key.Should().NotBe(_context.Requests[0].Key);
    }

    [Fact]
    public async Task Again_PurposeIsRead_AndNeverOverWhatWasTyped()
    {
        var panel = await _context.OpenAsync<BookingPanel>(parameters => parameters.Add(p => p.RoomId, 1).Add(p => p.Again, 12));

        _context.Answer(new BookAgainRead(13, "Another one's"));
        Value(panel, "purpose").Should().Be("");
        _context.Answer(new BookAgainRead(12, "Seminar"));
        panel.WaitForAssertion(() => Value(panel, "purpose").Should().Be("Seminar"));
        Type(panel, "purpose", "Exam");
        _context.Answer(new BookAgainRead(12, "Seminar"));
        Value(panel, "purpose").Should().Be("Exam");
    }

    [Fact]
    public async Task Search_LengthAndPeople_AreWhatTheFormBeginsWithAndComeBackFromSignIn()
    {
        await using var context = new BookingContext(_board, isSignedIn: false);

        var panel = await context.OpenAsync<BookingPanel>(parameters => parameters.Add(p => p.RoomId, 1).Add(p => p.Length, TimeSpan.FromMinutes(30)).Add(p => p.People, 6));

        (Value(panel, "from"), Value(panel, "to"), Value(panel, "people")).Should().Be(("14:15", "14:45", "6"));
        Uri.UnescapeDataString(panel.Find("a.button").GetAttribute("href")!).Should()
            .Be("account/sign-in?returnUrl=/?start=2026-11-24T14:15:00Z&end=2026-11-24T14:45:00Z&people=6");
    }

    private Task<IRenderedComponent<BookingPanel>> OpenAsync() => _context.OpenAsync<BookingPanel>(parameters => parameters
        .Add(p => p.RoomId, 1)
        .Add(p => p.SlotChanged, slot => _slot = slot));

    private static void Type(IRenderedComponent<BookingPanel> panel, string field, string value) => panel.Find($"#booking-{field}").Input(value);

    private static string? Value(IRenderedComponent<BookingPanel> panel, string field) => panel.Find($"#booking-{field}").GetAttribute("value");

    private static string Summary(IRenderedComponent<BookingPanel> panel) =>
        string.Join(" ", panel.Find(".summary").TextContent.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).Replace("\u2060", "", StringComparison.Ordinal);
}
