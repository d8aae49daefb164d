using System.Globalization;
using Bunit;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Components.Booking;

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

    private Task<IRenderedComponent<BookingPanel>> OpenAsync() => _context.OpenAsync<BookingPanel>(parameters => parameters
        .Add(p => p.RoomId, 1)
        .Add(p => p.SlotChanged, slot => _slot = slot));

    private static void Type(IRenderedComponent<BookingPanel> panel, string field, string value) => panel.Find($"#booking-{field}").Input(value);

    private static string? Value(IRenderedComponent<BookingPanel> panel, string field) => panel.Find($"#booking-{field}").GetAttribute("value");

    private static string Summary(IRenderedComponent<BookingPanel> panel) =>
        string.Join(" ", panel.Find(".summary").TextContent.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).Replace("\u2060", "", StringComparison.Ordinal);
}
