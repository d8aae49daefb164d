using AngleSharp.Dom;
using Bunit;
using Fluxor;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State;
using RoomMonitor.Web.Features.Booking.Recurring;

namespace RoomMonitor.Tests.Components.Reservations;

/// <summary>A series out of the booking form, over a real database.</summary>
public sealed class RecurringBookingTests : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSlot _slot = new(TestBoard.Start.AddHours(1), TestBoard.Start.AddHours(2));

    private ReservationsContext _context = null!;

    public async Task InitializeAsync() => _context = await ReservationsContext.CreateAsync();

    public async Task DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public async Task Book_AllFree_BooksATerm()
    {
        var booking = await OpenAsync();

        booking.WaitForAssertion(() => Summary(booking).Should().Be("All 15 are free."), _patience);
        Button(booking, "Book 15 reservations").Click();

        booking.WaitForAssertion(() => Booked().Should().HaveCount(15), _patience);
        booking.WaitForAssertion(() => booking.Find(".done").TextContent.Should().StartWith("15 reservations booked"), _patience);
        booking.FindAll("button").Should().BeEmpty("what is booked is booked");
        Booked().Should().OnlyContain(reservation => reservation.SeriesId != null && reservation.Purpose == "Seminar");
    }

    [Fact]
    public async Task Conflicts_SkippedAndMoved_BookTheRest()
    {
        foreach (var week in new[] { 1, 3 })
        {
            await _context.Database.Reservations.CreateAsync(
                new ReservationDraft(_context.Room.Id, _slot.Start.AddDays(7 * week), _slot.End.AddDays(7 * week), new ReservationDetails("Others", 2)), Caller.System, default);
        }

        var booking = await OpenAsync();
        booking.WaitForAssertion(() => Summary(booking).Should().StartWith("2 of 15"), _patience);
        booking.FindAll("li.conflict").Should().HaveCount(2).And.OnlyContain(row => row.TextContent.Contains("Taken"));

        Act(booking, 0, "Skip").Click();
        booking.WaitForAssertion(() => Summary(booking).Should().StartWith("1 of 14"), _patience);
        Act(booking, 0, "Move").Click();
        booking.FindAll(".move input[type=time]")[0].Change("18:00");
        booking.FindAll(".move input[type=time]")[1].Change("19:00");
        Button(booking, "Take this time").Click();
        booking.WaitForAssertion(() => Summary(booking).Should().Be("All 14 are free."), _patience);
        Button(booking, "Book 14 reservations").Click();

        booking.WaitForAssertion(() => Booked().Should().HaveCount(14), _patience);
        Booked().Should().ContainSingle(reservation => reservation.Start.Hour == 18);
    }

    [Fact]
    public async Task FreeDate_LeftOut_StaysSoWhenTheRuleChanges()
    {
        var booking = await OpenAsync();
        booking.WaitForAssertion(() => Summary(booking).Should().Be("All 15 are free."), _patience);

        booking.FindAll("ol > li")[2].QuerySelectorAll("button").Single(button => button.TextContent.Trim() == "Skip").Click();
        booking.WaitForAssertion(() => Summary(booking).Should().Be("All 14 are free."), _patience);
        booking.Find(".ends input[type=number]").Change("10");
        booking.WaitForAssertion(() => Summary(booking).Should().Be("All 9 are free."), _patience);
        Button(booking, "Book 9 reservations").Click();

        booking.WaitForAssertion(() => Booked().Should().HaveCount(9), _patience);
        Booked().Should().NotContain(reservation => reservation.Start == _slot.Start.AddDays(14));
    }

    [Fact]
    public async Task Conflict_Moved_OffersFreeTimesAndRoomsAsASingleBookingDoes()
    {
        await _context.Database.Reservations.CreateAsync(
            new ReservationDraft(_context.Room.Id, _slot.Start.AddDays(7), _slot.End.AddDays(7), new ReservationDetails("Others", 2)), Caller.System, default);
        var booking = await OpenAsync();
        booking.WaitForAssertion(() => Summary(booking).Should().StartWith("1 of 15"), _patience);

        Act(booking, 0, "Move").Click();
        booking.WaitForAssertion(() => booking.FindAll(".alternatives button").Should().NotBeEmpty(), _patience);
        booking.FindAll(".alternatives button")[^1].Click();
        booking.WaitForAssertion(() => Summary(booking).Should().Be("All 15 are free."), _patience);
        Button(booking, "Book 15 reservations").Click();

        booking.WaitForAssertion(() => Booked().Should().HaveCount(15), _patience);
        var moved = Booked().Single(reservation => reservation.Start.Date == _slot.Start.AddDays(7).Date || reservation.RoomId != _context.Room.Id);
        (moved.Start, moved.RoomId).Should().NotBe((_slot.Start.AddDays(7), _context.Room.Id));
    }

    [Fact]
    public async Task Slot_MissingOrOff_AsksForNothing()
    {
        await _context.Services.GetRequiredService<IStore>().InitializeAsync();

        var booking = _context.Render<RecurringBooking>(parameters => parameters
            .Add(component => component.RoomId, _context.Room.Id)
            .Add(component => component.Slot, null)
            .Add(component => component.IsOn, true));

        booking.FindAll(".occurrences").Should().BeEmpty();
        booking.Find(".hint").TextContent.Should().Be("Fill in the time and the purpose first.");
    }

    private async Task<IRenderedComponent<RecurringBooking>> OpenAsync()
    {
        await _context.Services.GetRequiredService<IStore>().InitializeAsync();
        return _context.Render<RecurringBooking>(parameters => parameters
            .Add(component => component.RoomId, _context.Room.Id)
            .Add(component => component.Slot, _slot)
            .Add(component => component.Purpose, "Seminar")
            .Add(component => component.People, 5)
            .Add(component => component.IsOn, true));
    }

    private List<Reservation> Booked()
    {
        using var context = _context.Database.Open();
        return [.. context.Reservations.Where(reservation => reservation.UserId != null)];
    }

    private static string Summary(IRenderedComponent<RecurringBooking> booking) => booking.Find(".summary").TextContent;

    private static IElement Button(IRenderedComponent<RecurringBooking> booking, string text) =>
        booking.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private static IElement Act(IRenderedComponent<RecurringBooking> booking, int conflict, string text) =>
        booking.FindAll("li.conflict")[conflict].QuerySelectorAll("button").Single(button => button.TextContent.Trim() == text);
}
