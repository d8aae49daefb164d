using Bunit;
using Fluxor;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State;
using RoomMonitor.Tests.State.Booking;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Features.Booking;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Tests.Components.Booking;

public sealed class ConflictDialogTests : IAsyncLifetime
{
    private static readonly Room _room = Room(1, "Room 2.14", 2, 10);
    private static readonly Room _nextDoor = Room(2, "Room 2.16", 2, 8, "Screen");
    private static readonly Room _below = Room(3, "Room 1.06", 1, 12, "Screen", "Whiteboard");
    private static readonly TimeSlot _asked = Slot("14:15", "15:15");
    private static readonly TimeSlot _taken = Slot("14:30", "15:00");

    private readonly BookingRequest _request = new(Guid.NewGuid(), 1, _asked, "Thesis supervision", 4);
    private BookingContext _context = null!;

    public Task InitializeAsync()
    {
        _context = new BookingContext(new TestBoard().With(_room, _nextDoor, _below));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public async Task Dialog_NoConflict_IsNotThere() => (await _context.OpenAsync<ConflictDialog>()).FindAll("dialog").Should().BeEmpty();

    /// <summary>It stands in every circuit: a render at each change of a room would send each circuit a batch with nothing in it.</summary>
    [Fact]
    public async Task Dialog_RoomChanges_IsNotRenderedAgain()
    {
        var dialog = await _context.OpenAsync<ConflictDialog>();
        var renders = dialog.RenderCount;

        _context.Board.Reserve(1, 0, 30);
        _context.Publish();

        _context.Services.GetRequiredService<IState<RoomsState>>().Value.Snapshot.Should().BeSameAs(_context.Board.Snapshot);
        dialog.RenderCount.Should().Be(renders);
    }

    [Fact]
    public async Task Dialog_Conflict_SaysWhatIsInTheWayAndWhatIsFree()
    {
        var dialog = await OpenAsync();

        dialog.Find("h2").TextContent.Should().Be("This time has just been taken");
        Text(dialog.Find("dialog p")).Should().Be(
            "Somebody booked Room 2.14 for 14:30–15:00. You asked for Today 14:15–15:15. Nothing was booked for you. What you typed is kept.");
        dialog.FindAll(".alternative").Select(Text).Should().Equal(
            "Room 2.16, 14:15–15:15 Same floor, 8 seats, Screen Same time",
            "Room 1.06, 14:15–15:15 One floor down, 12 seats, Screen, Whiteboard Same time",
            "Room 2.14, 17:00–18:00 10 seats Same room");
        dialog.FindAll("input[checked]").Should().ContainSingle();
        dialog.FindAll("input")[0].HasAttribute("checked").Should().BeTrue();
        dialog.FindAll(".track span").Select(Text).Should().Equal("14:15–15:15", "14:30–15:00", "from 15:30");
        dialog.FindAll(".track span").Select(span => span.GetAttribute("style")).Should().Equal(
            "left:12.5%;width:50%", "left:25%;width:25%", "left:75%;width:25%");
    }

    [Fact]
    public async Task Book_TheFirst_AsksForItWithAKeyOfItsOwn()
    {
        var dialog = await OpenAsync();

        Book(dialog).TextContent.Trim().Should().Be("Book Room 2.16");
        Book(dialog).Click();
        Book(dialog).Click();

        var asked = _context.Requests.Should().ContainSingle().Subject;
        asked.Should().BeEquivalentTo(new { RoomId = 2, Slot = _asked, _request.Purpose, _request.People, Intent = _request.Key });
        asked.Key.Should().NotBe(_request.Key);
        _context.Answer(BookingReducersTests.Success(asked));
        dialog.FindAll("dialog").Should().BeEmpty();
    }

    [Fact]
    public async Task Book_AnotherChosen_AsksForThat()
    {
        var dialog = await OpenAsync();

        dialog.FindAll("input")[2].Change(true);
        Text(Book(dialog)).Should().Be("Book 17:00–18:00");
        Book(dialog).Click();

        _context.Requests.Should().ContainSingle().Which.Slot.Should().Be(Slot("17:00", "18:00"));
    }

    [Fact]
    public async Task Book_AlternativeIsTakenToo_OffersWhatIsLeft()
    {
        var dialog = await OpenAsync();
        Book(dialog).Click();

        _context.Answer(new BookingConflicted(new BookingConflict(
            _context.Requests[0], _nextDoor, [_taken], IsOwn: false, new FreeSlotSearch([_taken], [new BookingAlternative(_below, _asked)]))));

        dialog.FindAll(".alternative").Should().ContainSingle();
        Book(dialog).TextContent.Trim().Should().Be("Book Room 1.06");
    }

    [Fact]
    public async Task Book_Fails_SaysSoInTheDialog()
    {
        var dialog = await OpenAsync();
        Book(dialog).Click();

        _context.Answer(new BookingFailed(_context.Requests[0], RefusalKind.Busy));

        dialog.Find("[role=alert]").TextContent.Should().Contain("Nothing was booked");
    }

    [Fact]
    public async Task Dismiss_Clicked_ClosesAndBooksNothing()
    {
        var dialog = await OpenAsync();

        dialog.Find("[data-dismiss]").Click();

        dialog.FindAll("dialog").Should().BeEmpty();
        _context.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Dialog_NothingIsFree_SaysSo()
    {
        var dialog = await OpenAsync(FreeSlotSearch.Nothing);

        dialog.Markup.Should().Contain("Nothing similar is free near this time.");
        dialog.FindAll("button").Should().ContainSingle();
    }

    private async Task<IRenderedComponent<ConflictDialog>> OpenAsync(FreeSlotSearch? found = null)
    {
        var dialog = await _context.OpenAsync<ConflictDialog>();
        found ??= new FreeSlotSearch(
            [_taken, Slot("15:30", "17:00")],
            [new BookingAlternative(_nextDoor, _asked), new BookingAlternative(_below, _asked), new BookingAlternative(_room, Slot("17:00", "18:00"))]);
        _context.Answer(new BookingConflicted(new BookingConflict(_request, _room, [_taken], IsOwn: false, found)));
        return dialog;
    }

    private static AngleSharp.Dom.IElement Book(IRenderedComponent<ConflictDialog> dialog) => dialog.FindAll(".buttons button")[1];

    private static string Text(AngleSharp.Dom.IElement element)
    {
        var clone = (AngleSharp.Dom.IElement)element.Clone();
        clone.QuerySelector(".plate")?.Remove();
        return string.Join(" ", clone.TextContent.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).Replace("\u2060", "", StringComparison.Ordinal);
    }

    private static Room Room(int id, string name, int floor, int capacity, params string[] amenities) => new()
    {
        Id = id,
        Code = $"R{id}",
        Name = name,
        Building = "Main Building",
        Floor = floor,
        Capacity = capacity,
        Amenities = amenities,
    };

    private static TimeSlot Slot(string start, string end) => new(Campus.At(start), Campus.At(end));
}
