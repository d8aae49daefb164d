using Bunit;
using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Tests.Components.Reservations;

/// <summary>A weekly series on "My reservations": one entry, and three ways to mean it.</summary>
public sealed class ReservationSeriesTests : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private ReservationsContext _context = null!;
    private BookedSeries _series = null!;

    public async Task InitializeAsync()
    {
        _context = await ReservationsContext.CreateAsync();
        var start = Campus.Calendar.ToLocal(TestBoard.Start).AddHours(1);
        _series = await _context.Database.Series.CreateAsync(
            new SeriesDraft(
                _context.Room.Id,
                start,
                start.AddHours(1),
                new RecurrenceRule { Frequency = RecurrenceFrequency.Weekly, Count = 5 },
                new ReservationDetails("Weekly seminar", 5)),
            _context.Me,
            default);
    }

    public async Task DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public async Task Render_Series_IsOneEntryWithTheOthersBehindIt()
    {
        var page = await _context.OpenAsync();

        page.FindAll("ul.list > li").Should().ContainSingle();
        page.Find("ul.list > li > article").TextContent.Should().ContainAll("Series", "Weekly seminar", "Today");
        page.Find("details summary").TextContent.Should().Be($"4 more of this series, until {CampusFormats.ShortDay(new DateOnly(2026, 12, 22))}");
        page.FindAll("details [data-reservation]").Should().HaveCount(4);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 2)]
    [InlineData(2, 0)]
    public async Task Cancel_TheThirdOne_CancelsWhatWasMeant(int scope, int left)
    {
        var page = await _context.OpenAsync();

        page.FindAll("details [data-reservation]")[1].QuerySelectorAll("button")[2].Click();
        page.FindAll("dialog input[type=radio]")[scope].Change(true);
        page.Find("dialog .buttons button:last-child").TextContent.Trim()
            .Should().Be(left == 4 ? "Cancel the reservation" : $"Cancel {5 - left} reservations");
        page.Find("dialog .buttons button:last-child").Click();

        page.WaitForAssertion(() => page.FindAll("dialog").Should().BeEmpty(), _patience);
        page.FindAll("[data-reservation]").Should().HaveCount(left);
        (await AllAsync()).Count(reservation => reservation.HoldsRoom).Should().Be(left);
    }

    [Fact]
    public async Task Move_All_GivesThemTheTimeAndLeavesThemOnTheirDays()
    {
        var page = await _context.OpenAsync();

        page.Find("ul.list > li > article").QuerySelectorAll("button")[0].Click();
        page.FindAll("dialog input[type=radio]")[2].Change(true);
        page.FindAll("dialog input[type=date]")[0].HasAttribute("disabled").Should().BeTrue();
        page.FindAll("dialog input[type=time]")[0].Change("17:00");
        page.FindAll("dialog input[type=time]")[1].Change("18:30");
        page.Find("dialog form").Submit();

        page.WaitForAssertion(() => page.FindAll("dialog").Should().BeEmpty(), _patience);
        var all = await AllAsync();
        all.Select(reservation => Campus.Calendar.TimeOfDay(reservation.Start)).Should().OnlyContain(time => time == "17:00");
        all.Select(reservation => reservation.Start.Date).Should().Equal(_series.Occurrences.Select(reservation => reservation.Start.Date));
    }

    /// <summary>Times of several days stay over as many days.</summary>
    [Fact]
    public async Task Move_AllOfThoseOverDays_LeavesThemSoLong()
    {
        await _context.Database.Series.CancelAsync(_series.Series.Id, new SeriesTarget(SeriesScope.All, _series.Occurrences[0].Id), _context.Me, default);
        var start = Campus.Calendar.ToLocal(TestBoard.Start).AddHours(1);
        var days = await _context.Database.Series.CreateAsync(
            new SeriesDraft(_context.Room.Id, start, start.AddDays(2).AddHours(1), new RecurrenceRule { Frequency = RecurrenceFrequency.Weekly, Count = 2 }, new ReservationDetails("Fair", 5)),
            _context.Me,
            default);
        var page = await _context.OpenAsync();

        page.Find("ul.list > li > article").QuerySelectorAll("button")[0].Click();
        page.FindAll("dialog input[type=radio]")[2].Change(true);
        page.FindAll("dialog input[type=time]")[1].Change("18:30");
        page.Find("dialog form").Submit();

        page.WaitForAssertion(() => page.FindAll("dialog").Should().BeEmpty(), _patience);
        (await AllAsync()).Where(reservation => reservation.HoldsRoom).Select(reservation => reservation.Slot)
            .Should().Equal(days.Occurrences.Select(reservation => new TimeSlot(reservation.Start, reservation.Start.Date.AddDays(2).AddHours(18.5))));
    }

    [Fact]
    public async Task Move_AllWithOneThatHasItsOwnTime_SaysWhichOneWasLeft()
    {
        var own = _series.Occurrences[3];
        await _context.Database.Reservations.UpdateAsync(
            own.Id, new ReservationPatch { Start = own.Start.AddHours(1), End = own.End.AddHours(1) }, _context.Me, default);
        var page = await _context.OpenAsync();

        page.Find("ul.list > li > article").QuerySelectorAll("button")[0].Click();
        page.FindAll("dialog input[type=radio]")[2].Change(true);
        page.FindAll("dialog input[type=time]")[0].Change("17:00");
        page.FindAll("dialog input[type=time]")[1].Change("18:00");
        page.Find("dialog form").Submit();

        page.WaitForAssertion(() => page.FindAll("dialog").Should().BeEmpty(), _patience);
        var toast = _context.Dispatched.OfType<ToastRequested>().Should().ContainSingle().Subject.Toast;
        toast.Message.Should().Be($"1 kept what had been changed of it alone: {CampusFormats.ShortDay(new DateOnly(2026, 12, 15))}.");
        toast.Life.Should().BeNull("it has to be read");
    }

    private async Task<IReadOnlyList<Reservation>> AllAsync()
    {
        await using var context = _context.Database.Open();
        return await context.Reservations.AsNoTracking().OrderBy(reservation => reservation.Start).ToListAsync();
    }
}
