using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data.Series;

public sealed class SeriesServiceTests : IAsyncLifetime
{
    private readonly CommandCounter _commands = new();
    private readonly RecordingCommitListener _listener = new();
    private TestDatabase _database = null!;
    private Room _room = null!;
    private Caller _staff = null!;

    private SeriesService Service => _database.Series;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(_listener, _commands);
        _room = await _database.AddRoomAsync();
        _staff = await _database.AddCallerAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task CreateAsync_TermOf15Weeks_IsBookedInOneTransactionWithAnEventEach()
    {
        var booked = await Service.CreateAsync(SeriesTestExtensions.Weekly(_room.Id), _staff, default);

        booked.Occurrences.Should().HaveCount(15).And.OnlyContain(one => one.Status == ReservationStatus.Confirmed && one.SeriesId == booked.Series.Id);
        booked.Occurrences.Select(one => one.Start).Should().Equal(Enumerable.Range(0, 15).Select(week => SeriesTestExtensions.Tuesday.AddDays(7 * week).Utc()));
        _listener.Told.Should().HaveCount(15);
        await using var context = _database.Open();
        (await context.Activity.CountAsync(entry => entry.Action == ActivityAction.ReservationCreated)).Should().Be(15);
    }

    [Fact]
    public async Task CreateAsync_200Occurrences_AreCheckedInOneQuery()
    {
        var draft = SeriesTestExtensions.Weekly(_room.Id) with { Rule = new RecurrenceRule { Frequency = RecurrenceFrequency.Daily, Count = 200 } };
        _commands.Queries.Clear();

        var preview = await Service.PreviewAsync(draft, default);
        var ofPreview = _commands.Queries.ToList();
        _commands.Queries.Clear();
        var booked = await Service.CreateAsync(draft, _staff, default);

        preview.Occurrences.Should().HaveCount(200);
        booked.Occurrences.Should().HaveCount(200);
        ofPreview.Should().HaveCount(2, "the room, and all that holds it");
        ofPreview.Where(sql => sql.Contains("Blackouts", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().Contain("UNION ALL").And.Contain("Reservations");
        _commands.Queries.Should().HaveCount(5, "the room before and inside, the account, how often it has booked, and all that holds the room");
    }

    [Fact]
    public async Task CreateAsync_SomethingInTheWay_ListsItByOccurrenceAndBooksNothing()
    {
        var draft = SeriesTestExtensions.Weekly(_room.Id);
        var other = await _database.Reservations.CreateAsync(
            new ReservationDraft(_room.Id, SeriesTestExtensions.Tuesday.AddDays(14).Utc(), SeriesTestExtensions.Tuesday.AddDays(14).AddHours(3).Utc(), draft.Details), _staff, default);
        await CloseAsync(SeriesTestExtensions.Tuesday.AddDays(28));

        var act = () => Service.CreateAsync(draft, _staff, default);

        var conflicts = (await act.Should().ThrowAsync<SeriesConflictException>()).Which.Occurrences;
        conflicts.Select(one => (one.Day, one.Problem)).Should().Equal((draft.Day(2), OccurrenceProblem.Taken), (draft.Day(4), OccurrenceProblem.Closed));
        conflicts[0].Conflicts.Select(one => one.Id).Should().Equal(other.Id);
        await using var context = _database.Open();
        (await context.Reservations.CountAsync()).Should().Be(1);
        (await context.Series.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task CreateAsync_SkippedAndMoved_BooksTheRest()
    {
        var annex = await _database.AddRoomAsync("B2");
        var draft = SeriesTestExtensions.Weekly(_room.Id, count: 4);
        await CloseAsync(SeriesTestExtensions.Tuesday.AddDays(7));
        var moved = SeriesTestExtensions.Tuesday.AddDays(14).AddHours(5).Utc();

        var booked = await Service.CreateAsync(
            draft with { Skip = [draft.Day(1)], Moves = [new OccurrenceMove(draft.Day(2), moved, moved.AddHours(2), annex.Id)] }, _staff, default);

        booked.Occurrences.Select(one => (one.RoomId, one.Start)).Should().Equal(
            (_room.Id, SeriesTestExtensions.Tuesday.Utc()), (annex.Id, moved), (_room.Id, SeriesTestExtensions.Tuesday.AddDays(21).Utc()));
        booked.Occurrences[1].OriginalStart.Should().Be(SeriesTestExtensions.Tuesday.AddDays(14).Utc());
    }

    [Fact]
    public async Task PreviewAsync_OverAClockChange_StaysAtItsCampusTimeAndTellsWhatTheClockDoes()
    {
        var saturday = new DateTime(2027, 3, 27, 1, 30, 0);
        var daily = new SeriesDraft(
            _room.Id, saturday, saturday.AddMinutes(60), new RecurrenceRule { Frequency = RecurrenceFrequency.Daily, Count = 3 }, new ReservationDetails("Night watch", 1));

        var spring = await Service.PreviewAsync(daily, default);
        var autumn = await Service.PreviewAsync(daily with { LocalStart = new(2027, 10, 30, 1, 30, 0), LocalEnd = new(2027, 10, 30, 2, 30, 0) }, default);

        spring.CanBeBooked.Should().BeFalse();
        spring.Occurrences.Select(one => one.Problem).Should().Equal(OccurrenceProblem.None, OccurrenceProblem.SkippedByClock, OccurrenceProblem.None);
        spring.Occurrences[2].Slot!.Value.Start.Should().Be(new DateTime(2027, 3, 29, 0, 30, 0, DateTimeKind.Utc));
        autumn.CanBeBooked.Should().BeTrue();
        autumn.Occurrences.Select(one => one.IsTimeRepeated).Should().Equal(false, true, false);
        autumn.Occurrences[1].Slot!.Value.Length.Should().Be(TimeSpan.FromHours(2), "it lasts until the clocks show its end");
    }

    [Fact]
    public async Task PreviewAsync_LongerThanADay_OverlapsItself()
    {
        var draft = SeriesTestExtensions.Weekly(_room.Id) with
        {
            LocalEnd = SeriesTestExtensions.Tuesday.AddHours(25),
            Rule = new RecurrenceRule { Frequency = RecurrenceFrequency.Daily, Count = 3 },
        };

        var preview = await Service.PreviewAsync(draft, default);
        var skipped = await Service.PreviewAsync(draft with { Skip = [DateOnly.FromDateTime(SeriesTestExtensions.Tuesday).AddDays(1)] }, default);

        preview.Occurrences.Select(one => one.Problem).Should().Equal(OccurrenceProblem.None, OccurrenceProblem.OverlapsSeries, OccurrenceProblem.OverlapsSeries);
        skipped.CanBeBooked.Should().BeTrue();
    }

    [Fact]
    public async Task CreateAsync_RoomNeedsApproval_IsPending()
    {
        var guarded = await _database.AddRoomAsync("G", requiresApproval: true);

        var booked = await Service.CreateAsync(SeriesTestExtensions.Weekly(guarded.Id, count: 2), _staff, default);

        booked.Occurrences.Should().OnlyContain(one => one.Status == ReservationStatus.Pending);
    }

    [Theory]
    [InlineData(0, null, ReservationField.Count)]
    [InlineData(201, null, ReservationField.Count)]
    [InlineData(null, null, ReservationField.Until)]
    [InlineData(5, "2027-01-01", ReservationField.Until)]
    [InlineData(null, "2026-11-23", ReservationField.Until)]
    [InlineData(null, "2027-12-31", ReservationField.Until)] // 403 days
    [InlineData(null, "2029-12-31", ReservationField.Until)] // more than three years
    public async Task CreateAsync_EndThatCantBe_NamesTheField(int? count, string? until, ReservationField field)
    {
        var rule = new RecurrenceRule { Frequency = RecurrenceFrequency.Daily, Count = count, Until = until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture) };

        var act = () => Service.CreateAsync(SeriesTestExtensions.Weekly(_room.Id) with { Rule = rule }, _staff, default);

        (await act.Should().ThrowAsync<InvalidReservationException>()).Which.Errors.Select(error => error.Field).Should().Equal(field);
    }

    [Fact]
    public async Task CreateAsync_ImpossibleParts_NameTheirFields()
    {
        var draft = SeriesTestExtensions.Weekly(_room.Id, count: 3);
        var start = SeriesTestExtensions.Tuesday.Utc();

        await ShouldNameAsync(ReservationField.Count, draft with { Rule = new RecurrenceRule { Frequency = RecurrenceFrequency.MonthlyByDate, Count = 40 } });
        await ShouldNameAsync(ReservationField.Skip, draft with { Skip = [draft.Day(1).AddDays(1)] });
        await ShouldNameAsync(ReservationField.Skip, draft with { Skip = [draft.Day(0), draft.Day(1), draft.Day(2)] });
        await ShouldNameAsync(ReservationField.Moves, draft with { Moves = [new OccurrenceMove(draft.Day(1), start, start)] });
        await ShouldNameAsync(ReservationField.Moves, draft with { Moves = [new OccurrenceMove(draft.Day(1), start.AddDays(-10), start.AddDays(-9))] });
        await ShouldNameAsync(ReservationField.Moves, draft with { Moves = [new OccurrenceMove(draft.Day(1), start, start.AddHours(1), RoomId: 4711)] });
        await ShouldNameAsync(ReservationField.Start, draft with { LocalStart = draft.LocalStart.AddHours(-25), LocalEnd = draft.LocalEnd.AddHours(-24) });
        await ShouldNameAsync(ReservationField.Attendees, draft with { Details = draft.Details with { Attendees = 21 } });
        await ShouldNameAsync(ReservationField.Room, draft with { RoomId = 4711 });
    }

    [Fact]
    public async Task CreateAsync_WithoutAnAccount_IsRefused()
    {
        var act = () => Service.CreateAsync(SeriesTestExtensions.Weekly(_room.Id), Caller.System, default);

        await act.Should().ThrowAsync<NotAllowedException>();
    }

    private async Task ShouldNameAsync(ReservationField field, SeriesDraft draft)
    {
        var act = () => Service.CreateAsync(draft, _staff, default);
        (await act.Should().ThrowAsync<InvalidReservationException>(field.ToString())).Which.Errors.Select(error => error.Field).Should().Equal(field);
    }

    private async Task CloseAsync(DateTime local)
    {
        await using var context = _database.Open();
        context.Add(new Blackout { RoomId = _room.Id, Start = local.Utc(), End = local.AddHours(1).Utc() });
        await context.SaveChangesAsync();
    }
}
