using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data.Series;

public sealed class SeriesChangeTests : IAsyncLifetime
{
    private static readonly SeriesTarget _all = new(SeriesScope.All);

    private TestDatabase _database = null!;
    private Room _room = null!;
    private Caller _staff = null!;
    private SeriesDraft _draft = null!;
    private BookedSeries _booked = null!;

    private SeriesService Service => _database.Series;

    private int Id => _booked.Series.Id;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _room = await _database.AddRoomAsync();
        _staff = await _database.AddCallerAsync();
        _draft = SeriesTestExtensions.Weekly(_room.Id, count: 5);
        _booked = await Service.CreateAsync(_draft, _staff, default);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task UpdateAsync_TextOfAll_ChangesEachAndLeavesWhatOneHasOfItsOwn()
    {
        await MoveAsync(occurrence: 1, hours: 3);
        await _database.Reservations.UpdateAsync(Occurrence(2).Id, new ReservationPatch { Purpose = "Guest lecture" }, _staff, default);

        var change = await Service.UpdateAsync(Id, _all, new SeriesPatch { Purpose = "Exercises", Attendees = 7 }, _staff, default);

        change.Changed.Should().HaveCount(5);
        change.Kept.Select(one => one.Id).Should().Equal(Occurrence(2).Id);
        var now = await ReadAsync(Id);
        now.Series.Purpose.Should().Be("Exercises");
        now.Occurrences.Select(one => one.Purpose).Should().Equal("Exercises", "Exercises", "Guest lecture", "Exercises", "Exercises");
        now.Occurrences.Should().OnlyContain(one => one.Attendees == 7);
        now.Occurrences[1].Start.Should().Be(At(1).AddHours(3));
    }

    [Fact]
    public async Task UpdateAsync_TimesOfAll_MovesEachButThoseMovedByThemselves()
    {
        await MoveAsync(occurrence: 1, hours: 5);

        var change = await Service.UpdateAsync(Id, _all, new SeriesPatch { StartTime = new(11, 0), EndTime = new(12, 0) }, _staff, default);

        change.Kept.Select(one => one.Id).Should().Equal(Occurrence(1).Id);
        change.Changed.Should().HaveCount(4);
        var now = await ReadAsync(Id);
        now.Series.LocalStart.Should().Be(SeriesTestExtensions.Tuesday.AddHours(1));
        now.Occurrences.Select(one => one.Start).Should().Equal(At(0).AddHours(1), At(1).AddHours(5), At(2).AddHours(1), At(3).AddHours(1), At(4).AddHours(1));
        now.Occurrences.Select(one => one.OriginalStart).Should().Equal(Enumerable.Range(0, 5).Select(week => (DateTime?)At(week).AddHours(1)));
    }

    [Fact]
    public async Task UpdateAsync_All_LeavesWhatHasBegun()
    {
        _database.Clock.Advance(At(2).AddMinutes(30) - TestDatabase.Now);

        var change = await Service.UpdateAsync(Id, _all, new SeriesPatch { Purpose = "Exercises" }, _staff, default);

        change.Changed.Select(one => one.Id).Should().Equal(Occurrence(3).Id, Occurrence(4).Id);
        (await ReadAsync(Id)).Occurrences.Select(one => one.Purpose).Should().Equal("Lecture", "Lecture", "Lecture", "Exercises", "Exercises");
    }

    [Fact]
    public async Task UpdateAsync_Following_SplitsTheSeries()
    {
        await Service.CancelAsync(Id, new SeriesTarget(SeriesScope.This, Occurrence(3).Id), _staff, default);

        var change = await Service.UpdateAsync(
            Id, new SeriesTarget(SeriesScope.Following, Occurrence(2).Id), new SeriesPatch { StartTime = new(14, 0), EndTime = new(15, 30) }, _staff, default);

        change.Series.Id.Should().NotBe(Id);
        var (first, rest) = (await ReadAsync(Id), await ReadAsync(change.Series.Id));
        first.Series.Rule.Should().Be("FREQ=WEEKLY;UNTIL=20261207;BYDAY=TU");
        first.Occurrences.Select(one => one.Start).Should().Equal(At(0), At(1));
        rest.Series.Rule.Should().Be("FREQ=WEEKLY;COUNT=3;BYDAY=TU");
        rest.Series.LocalStart.Should().Be(SeriesTestExtensions.Tuesday.AddDays(14).AddHours(4));
        rest.Occurrences.Select(one => (one.Start, one.HoldsRoom)).Should().Equal((At(2).AddHours(4), true), (At(3), false), (At(4).AddHours(4), true));
    }

    [Fact]
    public async Task UpdateAsync_FollowingTheFirst_IsAllOfThem()
    {
        var change = await Service.UpdateAsync(Id, new SeriesTarget(SeriesScope.Following, Occurrence(0).Id), new SeriesPatch { Attendees = 3 }, _staff, default);

        change.Series.Id.Should().Be(Id);
        change.Changed.Should().HaveCount(5);
    }

    [Fact]
    public async Task UpdateAsync_NothingDiffers_SplitsNothing()
    {
        var change = await Service.UpdateAsync(
            Id, new SeriesTarget(SeriesScope.Following, Occurrence(2).Id), new SeriesPatch { Purpose = "Lecture", StartTime = new(10, 0) }, _staff, default);

        change.Series.Id.Should().Be(Id);
        change.Changed.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_This_ChangesOne()
    {
        var change = await Service.UpdateAsync(
            Id, new SeriesTarget(SeriesScope.This, Occurrence(1).Id), new SeriesPatch { StartTime = new(22, 0), EndTime = new(0, 0) }, _staff, default);

        change.Changed.Should().ContainSingle().Which.End.Should().Be(At(1).Date.AddDays(1));
        (await ReadAsync(Id)).Occurrences.Count(one => one.Start.Hour == 10).Should().Be(4);
    }

    [Fact]
    public async Task UpdateAsync_Taken_ListsWhatIsInTheWayUntilItIsSkippedOrMoved()
    {
        var other = await _database.AddCallerAsync("other@test.local");
        foreach (var week in new[] { 1, 3 })
        {
            await _database.Reservations.CreateAsync(new ReservationDraft(_room.Id, At(week).AddHours(2), At(week).AddHours(3), _draft.Details), other, default);
        }

        var patch = new SeriesPatch { EndTime = new(12, 30) };
        var act = () => Service.UpdateAsync(Id, _all, patch, _staff, default);

        (await act.Should().ThrowAsync<SeriesConflictException>()).Which.Occurrences.Select(one => one.Day).Should().Equal(_draft.Day(1), _draft.Day(3));
        var change = await Service.UpdateAsync(
            Id, _all, patch with { Skip = [_draft.Day(1)], Moves = [new OccurrenceMove(_draft.Day(3), At(3).AddHours(4), At(3).AddHours(5))] }, _staff, default);
        change.Kept.Select(one => one.Id).Should().Equal(Occurrence(1).Id);
        (await ReadAsync(Id)).Occurrences.Select(one => one.End).Should().Equal(
            At(0).AddHours(2.5), At(1).AddHours(1.5), At(2).AddHours(2.5), At(3).AddHours(5), At(4).AddHours(2.5));
    }

    [Fact]
    public async Task UpdateAsync_ToAnotherRoom_FreesTheOneAndHoldsTheOther()
    {
        var guarded = await _database.AddRoomAsync("G", requiresApproval: true);

        var change = await Service.UpdateAsync(Id, _all, new SeriesPatch { RoomId = guarded.Id }, _staff, default);

        change.Changed.Should().HaveCount(5).And.OnlyContain(one => one.RoomId == guarded.Id && one.Status == ReservationStatus.Pending);
        (await Service.PreviewAsync(_draft, default)).CanBeBooked.Should().BeTrue();
    }

    [Fact]
    public async Task UpdateAsync_IntoTheSlotThatAnotherOfTheSeriesLeaves_IsNoConflict()
    {
        var daily = await Service.CreateAsync(
            _draft with
            {
                LocalStart = SeriesTestExtensions.Tuesday.AddDays(60),
                LocalEnd = SeriesTestExtensions.Tuesday.AddDays(61),
                Rule = new RecurrenceRule { Frequency = RecurrenceFrequency.Daily, Count = 4 },
            },
            _staff,
            default);

        var change = await Service.UpdateAsync(daily.Series.Id, _all, new SeriesPatch { StartTime = new(12, 0), EndTime = new(12, 0) }, _staff, default);

        change.Changed.Should().HaveCount(4);
    }

    [Theory]
    [InlineData(SeriesScope.This, new[] { 2 })]
    [InlineData(SeriesScope.Following, new[] { 2, 3, 4 })]
    [InlineData(SeriesScope.All, new[] { 1, 2, 3, 4 })]
    public async Task CancelAsync_Scope_CancelsThoseThatHaveNotBegun(SeriesScope scope, int[] cancelled)
    {
        _database.Clock.Advance(At(0).AddMinutes(30) - TestDatabase.Now);

        var change = await Service.CancelAsync(Id, new SeriesTarget(scope, Occurrence(2).Id), _staff, default);

        change.Changed.Select(one => one.Id).Should().Equal(cancelled.Select(number => Occurrence(number).Id));
        (await ReadAsync(Id)).Occurrences.Where(one => !one.HoldsRoom).Select(one => one.Id).Should().Equal(change.Changed.Select(one => one.Id));
    }

    [Fact]
    public async Task CancelAsync_NothingLeft_IsRefused()
    {
        await Service.CancelAsync(Id, _all, _staff, default);

        await ((Func<Task>)(() => Service.CancelAsync(Id, _all, _staff, default))).Should().ThrowAsync<ReservationTransitionException>();
        await ((Func<Task>)(() => Service.UpdateAsync(Id, _all, new SeriesPatch { Attendees = 2 }, _staff, default)))
            .Should().ThrowAsync<ReservationTransitionException>();
    }

    [Fact]
    public async Task Changes_BySomebodyElseOrOfNothing_AreRefused()
    {
        var other = await _database.AddCallerAsync("other@test.local");

        await ((Func<Task>)(() => Service.CancelAsync(Id, _all, other, default))).Should().ThrowAsync<NotAllowedException>();
        await ((Func<Task>)(() => Service.UpdateAsync(Id, new SeriesTarget(SeriesScope.This, Occurrence(0).Id), new SeriesPatch(), other, default)))
            .Should().ThrowAsync<NotAllowedException>();
        await ((Func<Task>)(() => Service.CancelAsync(4711, _all, _staff, default))).Should().ThrowAsync<SeriesNotFoundException>();
        await ((Func<Task>)(() => Service.CancelAsync(Id, new SeriesTarget(SeriesScope.Following, 4711), _staff, default)))
            .Should().ThrowAsync<InvalidReservationException>();
        await Service.CancelAsync(Id, _all, other with { IsAdministrator = true }, default);
    }

    private static DateTime At(int week) => SeriesTestExtensions.Tuesday.AddDays(7 * week).Utc();

    private Reservation Occurrence(int number) => _booked.Occurrences[number];

    private async Task MoveAsync(int occurrence, double hours)
    {
        var one = Occurrence(occurrence);
        await _database.Reservations.UpdateAsync(one.Id, new ReservationPatch { Start = one.Start.AddHours(hours), End = one.End.AddHours(hours) }, _staff, default);
    }

    private async Task<BookedSeries> ReadAsync(int id)
    {
        await using var context = _database.Open();
        return new BookedSeries(
            await context.Series.AsNoTracking().SingleAsync(series => series.Id == id),
            await context.Reservations.AsNoTracking().Where(one => one.SeriesId == id).OrderBy(one => one.OriginalStart).ToListAsync());
    }
}
