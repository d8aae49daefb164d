using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State;
using RoomMonitor.Tests.State.Booking;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Booking;

namespace RoomMonitor.Tests.Components.Booking;

public sealed class BookNowMenuTests : IAsyncLifetime
{
    private readonly TestBoard _board = new TestBoard().With(TestBoard.Room(1, "Room 2.14"));
    private BookingContext _context = null!;

    public Task InitializeAsync()
    {
        _context = new BookingContext(_board);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _context.DisposeAsync();

    [Theory]
    [InlineData(null, "Until 15:00, 1 h, until 15:12, 2 h, until 16:12")]
    [InlineData("20:00", "Until 15:00, 1 h, until 15:12, 2 h, until 16:12")]
    [InlineData("16:00", "Until 15:00, 1 h, until 15:12, Until 16:00, the next reservation")]
    [InlineData("15:12", "Until 15:00, Until 15:12, the next reservation")]
    [InlineData("15:00", "Until 15:00, the next reservation")]
    [InlineData("14:20", "Until 14:20, the next reservation")]
    public void Ends_OfAFreeRoom_NeverRunPastTheNextReservation(string? next, string expected)
    {
        var room = next is null ? Campus.Room() : Campus.Room(Campus.Reservation(next, "21:00"));

        string.Join(", ", BookNowEnds.Of(room.Schedule, Campus.Calendar, Campus.Now).Select(end => end.Text)).Should().Be(expected);
    }

    [Fact]
    public void Ends_CloseToTheFullHour_GoToTheNextOne() =>
        BookNowEnds.Of(Campus.Room().Schedule, Campus.Calendar, Campus.At("14:45"))[0].Text.Should().Be("1 h, until 15:45");

    [Fact]
    public void Ends_OfARoomThatIsHeld_AreNone() =>
        BookNowEnds.Of(Campus.Room(Campus.Reservation("14:00", "15:00")).Schedule, Campus.Calendar, Campus.Now).Should().BeEmpty();

    [Fact]
    public async Task Menu_TwoClicks_Book()
    {
        var menu = await OpenAsync();

        menu.Find("button").Click();
        menu.Find("button").GetAttribute("aria-expanded").Should().Be("true");
        menu.FindAll(".menu button")[0].Click();

        var request = _context.Requests.Should().ContainSingle().Subject;
        request.Slot.Should().Be(new TimeSlot(Campus.At("14:12"), Campus.At("15:00")));
        request.Purpose.Should().Be("Booked on the spot");
        menu.FindAll(".menu").Should().BeEmpty();
        menu.Find("button").GetAttribute("aria-disabled").Should().Be("true");
        _context.Answer(BookingReducersTests.Success(request));
        menu.Find("button").HasAttribute("aria-disabled").Should().BeFalse();
    }

    /// <summary>What the list or the room's page was asked for stands in its address.</summary>
    [Theory]
    [InlineData("/?seats=6&free=30", "30 min, until 14:42", 6)]
    [InlineData("/rooms/1?minutes=90&people=4", "1 h 30 min, until 15:42", 4)]
    [InlineData("/?seats=40", "Until 15:00", 12)] // the room's seats
    [InlineData("/", "Until 15:00", 1)]
    public async Task Menu_OfASearch_OffersItsLengthFirstForItsPeople(string address, string first, int people)
    {
        _context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var menu = await OpenAsync();

        menu.Find("button").Click();
        menu.FindAll(".menu button")[0].TextContent.Should().Be(first);
        menu.FindAll(".menu button")[0].Click();

        _context.Requests.Should().ContainSingle().Which.People.Should().Be(people);
    }

    [Fact]
    public async Task Menu_Dismissed_BooksNothing()
    {
        var menu = await OpenAsync();
        menu.Find("button").Click();

        menu.Find("[data-dismiss]").Click();

        menu.FindAll(".menu").Should().BeEmpty();
        _context.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Menu_Anonymous_LeadsToSignIn()
    {
        await using var context = new BookingContext(_board, isSignedIn: false);

        var menu = await context.OpenAsync<BookNowMenu>(parameters => parameters.Add(p => p.Occupancy, _board.Snapshot.Find(1)!));

        menu.Find("a").GetAttribute("href").Should().Be("account/sign-in?returnUrl=%2F");
    }

    private Task<IRenderedComponent<BookNowMenu>> OpenAsync() =>
        _context.OpenAsync<BookNowMenu>(parameters => parameters.Add(p => p.Occupancy, _board.Snapshot.Find(1)!));
}
