using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Tests.Support;
using static RoomMonitor.Tests.Support.Timetable;

namespace RoomMonitor.Tests.Data.Timetables;

public sealed class TimetableImporterTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task ImportAsync_EmptyDatabase_WritesRoomsReservationsAndTheirActivity()
    {
        var report = await _database.ImportAsync(Meetings(Weekly("a"), Weekly("b", room: "A2", enrolment: 31)));

        report.Should().BeEquivalentTo(new { IsImported = true, RoomsCreated = 2, RoomsUpdated = 0, Created = 4, Updated = 0, Unchanged = 0, OverCapacity = 1 });
        await using var context = _database.Open();
        var rooms = await context.Rooms.OrderBy(room => room.Code).ToListAsync();
        rooms.Select(room => (room.Code, room.Name, room.Building, room.Floor, room.Capacity))
            .Should().Equal(("A1", "Room A1", "Main Building", 1, 20), ("A2", "Room A2", "Main Building", 0, 30));
        var first = await context.Reservations.SingleAsync(r => r.ExternalKey == "b/2026-11-30");
        first.Should().BeEquivalentTo(new
        {
            RoomId = rooms[1].Id,
            UserId = (int?)null,
            Start = new DateTime(2026, 11, 30, 10, 0, 0, DateTimeKind.Utc),
            End = new DateTime(2026, 11, 30, 11, 0, 0, DateTimeKind.Utc),
            Purpose = "Optics",
            Attendees = 31,
            Status = ReservationStatus.Confirmed,
        });
        var activity = await context.Activity.ToListAsync();
        activity.Should().HaveCount(6).And.OnlyContain(entry => entry.CreatedAt == TestDatabase.Now && entry.UserName == "import");
        activity.Count(entry => entry.Action == ActivityAction.RoomCreated).Should().Be(2);
    }

    [Fact]
    public async Task ImportAsync_SameFilesAgain_ChangeNothing()
    {
        // With an overlap and a cancellation, which must not come to life again.
        var request = Meetings(Weekly("a", days: "MO|TU"), Weekly("b", start: "10:30", end: "11:30"), Weekly("c", room: "A2"));
        await _database.ImportAsync(request);
        await ChangeAsync("c/2026-12-07", reservation => reservation.Cancel(Actor.System, TestDatabase.Now));
        var before = await ActivityCountAsync();
        _database.Clock.Advance(TimeSpan.FromHours(1));

        var report = await _database.ImportAsync(request);

        report.Should().BeEquivalentTo(new { RoomsCreated = 0, RoomsUpdated = 0, Created = 0, Updated = 0, Unchanged = 4, CancelledLeftAlone = 1, NoLongerInFiles = 0 });
        report.Overlaps.Should().HaveCount(2);
        (await ActivityCountAsync()).Should().Be(before);
        await using var context = _database.Open();
        (await context.Reservations.SingleAsync(r => r.ExternalKey == "c/2026-12-07")).Status.Should().Be(ReservationStatus.Cancelled);
    }

    [Fact]
    public async Task ImportAsync_ChangedLine_UpdatesItsReservationsAndTellsWhichRoomTheyLeft()
    {
        await _database.ImportAsync(Meetings(Weekly("a"), Weekly("b", start: "14:00", end: "15:00")));
        var leftRoom = (await FindAsync("a/2026-11-30")).RoomId;

        var report = await _database.ImportAsync(Meetings(Weekly("a", room: "A2"), Weekly("b", start: "14:00", end: "15:00", title: "Waves")));

        report.Should().BeEquivalentTo(new { Created = 0, Updated = 4, Unchanged = 0 });
        await using var context = _database.Open();
        var updates = await context.Activity.Where(entry => entry.Action == ActivityAction.ReservationUpdated).ToListAsync();
        updates.Select(entry => (entry.PreviousRoomId, entry.Detail)).Should().BeEquivalentTo(
            new (int?, string)[] { (leftRoom, "Optics"), (leftRoom, "Optics"), (null, "Waves"), (null, "Waves") });
    }

    [Fact]
    public async Task ImportAsync_ChangedRoom_IsUpdatedAndKeepsWhatTheFileDoesNotSay()
    {
        await _database.ImportAsync(Request(TwoRooms, MeetingsHeader));
        await using (var context = _database.Open())
        {
            (await context.Rooms.SingleAsync(room => room.Code == "A2")).Floor = 3;
            await context.SaveChangesAsync();
        }

        var report = await _database.ImportAsync(Request(TwoRooms.Replace(",30", ",35", StringComparison.Ordinal), MeetingsHeader));

        report.Should().BeEquivalentTo(new { RoomsCreated = 0, RoomsUpdated = 1 });
        await using var after = _database.Open();
        (await after.Rooms.SingleAsync(room => room.Code == "A2")).Should().BeEquivalentTo(new { Floor = 3, Capacity = 35 });
        (await after.Activity.CountAsync(entry => entry.Action == ActivityAction.RoomUpdated)).Should().Be(1);
    }

    [Fact]
    public async Task ImportAsync_PastReservations_AreCreatedButNotChanged()
    {
        await _database.ImportAsync(Meetings(Weekly("a")));
        _database.Clock.SetUtcNow(new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));

        var report = await _database.ImportAsync(Meetings(Weekly("a", title: "Waves"), Weekly("b", room: "A2")));

        report.Should().BeEquivalentTo(new { Created = 2, Updated = 1, PastLeftAlone = 1 });
        (await FindAsync("a/2026-11-30")).Purpose.Should().Be("Optics");
        (await FindAsync("a/2026-12-07")).Purpose.Should().Be("Waves");
    }

    [Fact]
    public async Task ImportAsync_LineThatIsGone_IsCountedAndKept()
    {
        await _database.ImportAsync(Meetings(Weekly("a"), Weekly("b", start: "14:00", end: "15:00")));
        _database.Clock.SetUtcNow(new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));

        var report = await _database.ImportAsync(Meetings(Weekly("b", start: "14:00", end: "15:00")));

        report.NoLongerInFiles.Should().Be(1);
        (await FindAsync("a/2026-12-07")).Status.Should().Be(ReservationStatus.Confirmed);
    }

    [Fact]
    public async Task ImportAsync_OneBadLine_ImportsNothing()
    {
        var report = await _database.ImportAsync(Meetings(Weekly("a"), Weekly("b", room: "X"), Weekly("c", start: "x")));

        report.IsImported.Should().BeFalse();
        report.Errors.Select(error => error.Line).Should().Equal(3, 4);
        await ExpectEmptyAsync();
    }

    [Fact]
    public async Task ImportAsync_StrictWithAnOverlap_ImportsNothing()
    {
        var report = await _database.ImportAsync(Meetings(Weekly("a"), Weekly("b", start: "10:30", end: "11:30")) with { IsStrict = true });

        report.Should().BeEquivalentTo(new { IsImported = false, RoomsCreated = 0, Created = 0 });
        report.Overlaps.Should().HaveCount(2);
        await ExpectEmptyAsync();
    }

    [Fact]
    public async Task ImportAsync_FailsWhileWriting_LeavesNothingHalfImported()
    {
        var lines = Enumerable.Range(0, 600).Select(n => $"m{n},A1,once,,{n / 60:00}:{n % 60:00},{(n + 1) / 60:00}:{(n + 1) % 60:00},2026-12-01,2026-12-01,,,,,");
        using var stop = new CancellationTokenSource();
        var importer = _database.Services.GetRequiredService<TimetableImporter>();

        var act = () => importer.ImportAsync(Meetings([.. lines]), new StopAtFirst(stop), stop.Token);

        await act.Should().ThrowAsync<OperationCanceledException>();
        await ExpectEmptyAsync();
    }

    [Fact]
    public async Task ImportAsync_RoomThatNeedsApproval_IsConfirmedAllTheSame()
    {
        await _database.AddRoomAsync("A1", requiresApproval: true);

        await _database.ImportAsync(Meetings(Weekly("a")));

        (await FindAsync("a/2026-11-30")).Status.Should().Be(ReservationStatus.Confirmed);
    }

    private async Task<Reservation> FindAsync(string key)
    {
        await using var context = _database.Open();
        return await context.Reservations.AsNoTracking().SingleAsync(r => r.ExternalKey == key);
    }

    private async Task ChangeAsync(string key, Action<Reservation> change)
    {
        await using var context = _database.Open();
        change(await context.Reservations.SingleAsync(r => r.ExternalKey == key));
        await context.SaveChangesAsync();
    }

    private async Task<int> ActivityCountAsync()
    {
        await using var context = _database.Open();
        return await context.Activity.CountAsync();
    }

    private async Task ExpectEmptyAsync()
    {
        await using var context = _database.Open();
        (await context.Rooms.CountAsync()).Should().Be(0);
        (await context.Reservations.CountAsync()).Should().Be(0);
        (await context.Activity.CountAsync()).Should().Be(0);
    }

    private sealed class StopAtFirst(CancellationTokenSource stop) : IProgress<TimetableProgress>
    {
        public void Report(TimetableProgress value) => stop.Cancel();
    }
}
