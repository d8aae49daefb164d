using Bunit;
using Fluxor;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State;
using RoomMonitor.Web.Features.RoomDetails;
using RoomMonitor.Web.Features.RoomDetails.Presence;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Tests.Components.Pages;

public sealed class RoomPageTests : IAsyncLifetime
{
    private readonly MonitorContext _context = new(new TestBoard().With(TestBoard.Rooms(8)).Reserve(1, 60, 120));

    private NavigationManager Navigation => _context.Services.GetRequiredService<NavigationManager>();

    private IDispatcher Dispatcher => _context.Services.GetRequiredService<IDispatcher>();

    public Task InitializeAsync()
    {
        Navigation.NavigateTo("/rooms/1");
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public void Render_BeforeTheStoreIsOpen_ShowsTheRoomAndCountsNobody()
    {
        var page = Render();

        page.Find(".band .word").TextContent.Should().Be("Available");
        page.Find(".band .line").TextContent.Should().Be("Free until 15:12, then reserved until 16:12");
        page.FindAll(".timeline .entry:not(.draft)").Should().ContainSingle();
        page.FindAll(".week [data-day='2026-11-24'] .entry:not(.draft)").Should().ContainSingle();
        page.FindAll(".day.unread").Should().ContainSingle("Monday is over, and nobody has read it yet");
        _context.Services.GetRequiredService<RoomPresence>().ViewerCount.Should().Be(0);
    }

    [Fact]
    public async Task Update_OfTheRoom_ChangesBandTimelineAndWeek()
    {
        var page = await OpenAsync();

        _context.Board.Reserve(1, 0, 30);
        _context.Publish();

        page.WaitForAssertion(() => page.Find(".band .word").TextContent.Should().Be("Occupied"));
        page.FindAll(".timeline .entry:not(.draft)").Should().HaveCount(2);
        page.FindAll(".week .entry:not(.draft)").Should().HaveCount(2);
        page.Find("section > [role=status]").TextContent.Should().StartWith("Room 001: occupied");
    }

    [Fact]
    public void Render_UnknownRoom_SaysSo()
    {
        var page = _context.Render<RoomPage>(parameters => parameters.Add(room => room.Id, 4711));

        page.Find("h2").TextContent.Should().Be("There is no such room");
        page.FindAll(".band").Should().BeEmpty();
    }

    [Fact]
    public async Task Week_NextAndBack_StandsInTheAddress()
    {
        var page = await OpenAsync();

        page.Find("[data-week-step='1']").Click();

        Navigation.Uri.Should().EndWith("/rooms/1?week=2026-W49");
        page.Find("#week-heading").TextContent.Should().Be("Week 49, 30 November – 6 December");
        page.FindAll("[data-day]")[0].GetAttribute("data-day").Should().Be("2026-11-30");
        page.Find(".this-week").Click();
        Navigation.Uri.Should().EndWith("/rooms/1");
    }

    [Fact]
    public async Task Week_InTheAddress_IsShown()
    {
        Navigation.NavigateTo("/rooms/1?week=2026-W50");

        var page = await OpenAsync();

        page.Find("#week-heading").TextContent.Should().StartWith("Week 50");
    }

    [Fact]
    public async Task Slot_Chosen_IsTheDraftAndStandsInTheAddress()
    {
        var page = await OpenAsync();

        await page.Find("week-chooser").TriggerEventAsync("onslotchosen", new SlotEventArgs { Day = "2026-11-25", Start = 600, End = 690 });

        Navigation.Uri.Should().EndWith("/rooms/1?start=2026-11-25T10:00:00Z&end=2026-11-25T11:30:00Z");
        page.FindAll(".week [data-day='2026-11-25'] .draft").Should().ContainSingle();
        page.Find("#week-said").TextContent.Should().StartWith("Chosen: Wed 25 Nov");
    }

    /// <summary>What the form suggests is nobody's choice; once somebody uses the form it is, and stands in the address as any other.</summary>
    [Fact]
    public async Task Slot_OfAFormThatIsUsed_StandsInTheAddress()
    {
        var page = await OpenAsync();
        page.FindAll(".week .draft").Should().ContainSingle();
        Navigation.Uri.Should().EndWith("/rooms/1");

        await page.Find("form-use").TriggerEventAsync("onformused", EventArgs.Empty);

        Navigation.Uri.Should().EndWith("/rooms/1?start=2026-11-24T16:12:00Z&end=2026-11-24T17:12:00Z");
        page.Find("#booking-from").GetAttribute("value").Should().Be("16:12");
        page.Find("[data-week-step='1']").Click();
        Navigation.Uri.Should().Contain("week=2026-W49").And.Contain("start=2026-11-24T16:12:00Z");
    }

    /// <summary>Week and day above the form are those of the time in it.</summary>
    [Fact]
    public async Task Slot_OnAnotherDay_IsFollowedByWeekAndDay()
    {
        Navigation.NavigateTo("/rooms/1?start=2026-11-26T10:00:00Z&end=2026-11-26T11:30:00Z");
        var page = await OpenAsync();
        page.Find("#today-heading").TextContent.Should().Be(CampusFormats.ShortDay(new DateOnly(2026, 11, 26)));
        page.FindAll(".timeline .entry").Should().ContainSingle().Which.ClassList.Should().Contain("draft");

        page.Find("#booking-day").Input("2026-12-16");

        page.WaitForAssertion(() => page.FindAll("[data-day='2026-12-16'] .draft").Should().ContainSingle());
        page.Find("#week-heading").TextContent.Should().StartWith("Week 51");
        Navigation.Uri.Should().EndWith("/rooms/1?start=2026-12-16T10:00:00Z&end=2026-12-16T11:30:00Z");
        page.Find("[data-week-step='-1']").Click();
        Navigation.Uri.Should().Contain("week=2026-W50", "another week can be looked at");
        page.Find("#today-heading").TextContent.Should().Be("Today", "nobody knows that day's reservations then");
    }

    [Fact]
    public async Task Slot_ChosenOnWhatIsTaken_SaysSo()
    {
        var page = await OpenAsync();

        await page.Find("week-chooser").TriggerEventAsync("onslotchosen", new SlotEventArgs { Day = "2026-11-24", Start = 15 * 60 + 30 });

        page.Find("#week-said").TextContent.Should().Be("This time is taken.");
        Navigation.Uri.Should().EndWith("/rooms/1");
    }

    [Theory]
    [InlineData(900, 990, "Tue 24 Nov, 15:00⁠–⁠16:30: Reserved")]
    [InlineData(600, 660, "Tue 24 Nov, 10:00⁠–⁠11:00: over")]
    [InlineData(1080, 1140, "Tue 24 Nov, 18:00⁠–⁠19:00: free")]
    public async Task Cursor_Moved_IsSaidPolitely(int start, int end, string text)
    {
        var page = await OpenAsync();

        await page.Find("week-chooser").TriggerEventAsync("onslotmoved", new SlotEventArgs { Day = "2026-11-24", Start = start, End = end });

        page.Find("#week-said").TextContent.Should().Be(text);
    }

    [Fact]
    public async Task Reservation_OfOnesOwn_IsMarkedAndHasItsCalendarFile()
    {
        var page = await OpenAsync();
        var slot = new TimeSlot(TestBoard.Start.AddMinutes(60), TestBoard.Start.AddMinutes(120));
        var week = new TimeSlot(new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 11, 30, 0, 0, 0, DateTimeKind.Utc));

        Dispatcher.Dispatch(new RoomCalendarRead(1, new DateOnly(2026, 11, 23), [week], [new CalendarEntry(slot, 1, IsMine: true, Purpose: "Thesis")]));

        page.WaitForAssertion(() => page.FindAll(".week .entry.mine").Should().ContainSingle());
        page.FindAll(".own a").Select(link => link.GetAttribute("href")).Should().Equal("reservations?change=1", "rooms/1/reservations/1.ics");
        page.FindAll(".unread").Should().BeEmpty();
    }

    [Fact]
    public async Task Presence_OfOthers_IsANumberAndWhatTheyAreAboutToBook()
    {
        var page = await OpenAsync();
        var presence = _context.Services.GetRequiredService<RoomPresence>();
        presence.ViewerCount.Should().Be(1);

        using var other = presence.Enter(1);
        _context.Board.Clock.Advance(TimeSpan.FromMilliseconds(100));
        page.WaitForAssertion(() => page.Find(".others").TextContent.Should().Be("1 other is looking"));
        other.Pick(new TimeSlot(TestBoard.Start.AddHours(3), TestBoard.Start.AddHours(4)));

        page.WaitForAssertion(() =>
        {
            _context.Board.Clock.Advance(TimeSpan.FromMilliseconds(100));
            page.FindAll(".week .day .picked").Should().ContainSingle();
        });
    }

    [Fact]
    public async Task Page_Left_LeavesThePresence()
    {
        await OpenAsync();

        await _context.DisposeComponentsAsync();

        _context.Services.GetRequiredService<RoomPresence>().ViewerCount.Should().Be(0);
    }

    private IRenderedComponent<RoomPage> Render() => _context.Render<RoomPage>(parameters => parameters.Add(room => room.Id, 1));

    private async Task<IRenderedComponent<RoomPage>> OpenAsync()
    {
        await _context.Services.GetRequiredService<IStore>().InitializeAsync();
        return Render();
    }
}
