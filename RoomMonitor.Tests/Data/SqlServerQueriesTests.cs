using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Data.Activity;
using RoomMonitor.Data.Demo;
using RoomMonitor.Data.Locking;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Rooms;
using RoomMonitor.Data.Series;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Api;
using RoomMonitor.Web.Hosting.Demo;

namespace RoomMonitor.Tests.Data;

/// <summary>What the services send to SQL Server, in order. With no rows in the answers each call ends early; the SQL is what counts.</summary>
public sealed class SqlServerQueriesTests : IDisposable
{
    private static readonly DateTime _now = TestDatabase.Now;
    private static readonly TimeSlot _slot = new(_now, _now.AddHours(1));

    private readonly RecordedSqlServer _server = new();

    private ReservationService Service => _server.Services.GetRequiredService<ReservationService>();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task ReservationService_Create_ReadsItsRoomByKey()
    {
        var act = () => Service.CreateAsync(TestDatabase.Draft(7), Caller.System, default);

        await act.Should().ThrowAsync<InvalidReservationException>();
        ShouldBeSent(["FROM [Rooms]", "WHERE [r].[Id] = @roomId"]);
    }

    [Fact]
    public async Task ReservationService_Update_FindsByKey()
    {
        var act = () => Service.UpdateAsync(7, new ReservationPatch(), Caller.System, default);

        await act.Should().ThrowAsync<ReservationNotFoundException>();
        ShouldBeSent(["FROM [Reservations]", "WHERE [r].[Id] = @id"]);
    }

    [Fact]
    public async Task ReservationService_LockedRead_ReadsByKeyOnceMore()
    {
        await using var context = _server.Open();

        var act = () => ReservationService.ReadLockedAsync(context, Reserved(roomId: 1, userId: 1), default);

        await act.Should().ThrowAsync<ReservationNotFoundException>();
        ShouldBeSent(["FROM [Reservations]", "WHERE [r].[Id] = @before_Id"]);
    }

    [Fact]
    public async Task ReservationService_Free_LooksForOtherReservationsAndThenForBlackouts()
    {
        await using var context = _server.Open();

        var act = () => ReservationService.RequireFreeAsync(context, 1, _slot, exceptId: 7, default);

        (await act.Should().ThrowAsync<SlotTakenException>()).Which.IsClosed.Should().BeTrue();
        ShouldBeSent(
            ["FROM [Reservations]", "[r].[Start] < @end AND [r].[Start] >= @earliest AND [r].[End] > @start", "[r].[Id] <> @exceptId"],
            ["EXISTS", "FROM [Blackouts]", "[b].[Start] < @end AND [b].[End] > @start"]);
    }

    [Fact]
    public async Task SeriesCheck_Holds_AreOneStatement()
    {
        await using var context = _server.Open();

        (await SeriesCheck.Holds(context, [1, 2], _slot).ToListAsync()).Should().BeEmpty();

        ShouldBeSent(["FROM [Reservations]", "[r].[Start] < @end AND [r].[Start] >= @earliest AND [r].[End] > @start", "UNION ALL", "FROM [Blackouts]"]);
    }

    [Fact]
    public async Task SeriesQueries_One_IsReadWithRoomAndOwner()
    {
        (await new SeriesQueries(_server.Contexts, CampusCalendar.Of("Europe/Lisbon")).FindAsync(7, default)).Should().BeNull();

        ShouldBeSent(["FROM [Series]", "INNER JOIN [Rooms]", "INNER JOIN [AspNetUsers]", "[Id] = @id"]);
    }

    [Fact]
    public async Task ReservationQueries_One_IsReadWithRoomAndOwner()
    {
        (await Queries().FindAsync(7, default)).Should().BeNull();

        ShouldBeSent(["INNER JOIN [Rooms]", "LEFT JOIN [AspNetUsers]", "[Id] = @id"]);
    }

    [Fact]
    public async Task ReservationQueries_Page_CountsWhatItFiltersAndReadsThePage()
    {
        var (count, rows) = await Queries().PageAsync(new ReservationFilter { RoomId = 1, From = _now, To = _now.AddDays(1) }, 0, 50, default);

        (count, rows.Count).Should().Be((1, 0));
        ShouldBeSent(
            ["SELECT COUNT(*)", "FROM [Reservations]", "[RoomId] =", "[Start] >=", "[End] >", "[Start] <"],
            ["FETCH NEXT", "ORDER BY [r", "[RoomId] =", "[Start] >=", "[End] >", "[Start] <"]);
    }

    [Fact]
    public async Task ReservationQueries_Lists_AreOneStatementEach()
    {
        await Queries().OfUserAsync(1, 500, default);
        await Queries().UpcomingAsync(1, _now, 500, default);
        await Queries().HoldsAsync(1, _slot, default);

        ShouldBeSent(["TOP(", "[Start] DESC"], ["TOP(", "N'Cancelled'"], ["FROM [Reservations]"], ["FROM [Blackouts]", "ORDER BY [b].[Start]"]);
    }

    [Fact]
    public async Task ReservationQueries_Describe_ReadsAllRoomsAndAllOwnersAtOnce()
    {
        var act = () => Queries().DescribeAsync([Reserved(roomId: 1, userId: 3), Reserved(roomId: 2, userId: 4)], default);

        await act.Should().ThrowAsync<KeyNotFoundException>("no room is in the answer");
        ShouldBeSent(["FROM [Rooms]", "[Id] IN ("], ["FROM [AspNetUsers]", "[Id] IN ("]);
    }

    [Fact]
    public async Task ActivityQueries_Latest_ReadsNewestByKey()
    {
        (await new ActivityQueries(_server.Contexts).LatestAsync(50, default)).Should().BeEmpty();

        ShouldBeSent(["TOP(", "ORDER BY [a].[Id] DESC", "LEFT JOIN [Rooms]"]);
    }

    [Fact]
    public async Task TimetableImporter_NothingInTheFiles_ReadsWhatIsThere()
    {
        var request = Timetable.Request(Timetable.RoomsHeader, Timetable.MeetingsHeader);

        var report = await _server.Services.GetRequiredService<TimetableImporter>().ImportAsync(request, null, default);

        report.IsImported.Should().BeTrue();
        ShouldBeSent(["FROM [Rooms]"], ["FROM [Rooms]"], ["FROM [Reservations]", "[ExternalKey] IS NOT NULL"], ["FROM [Blackouts]"]);
    }

    [Fact]
    public async Task DemoSeeder_AsksWhetherThereIsARoom()
    {
        var rooms = _server.Services.GetRequiredService<IRoomLock>();

        var seeded = await new DemoSeeder(_server.Contexts, rooms, Timetable.Lisbon, new FakeTimeProvider(_now)).SeedAsync(default);

        seeded.Should().BeFalse();
        ShouldBeSent(["EXISTS", "FROM [Rooms]"]);
    }

    [Fact]
    public async Task DemoSimulation_ReadsNextOnesAndCountsADay()
    {
        await using var context = _server.Open();

        await DemoQueries.NextIds(context, _now, r => r.Status == ReservationStatus.Pending).ToListAsync();
        await DemoQueries.Own(context, [1, 2]).ToListAsync();
        (await DemoQueries.CountAsync(context, _slot, default)).Should().Be(1);

        ShouldBeSent(
            ["SELECT TOP(", "[r].[Start] > @now", "[r].[UserId] IS NULL", "N'Pending'", "ORDER BY [r].[Start]"],
            ["[r].[Id] IN (", "[r].[RequestKey] IS NULL"],
            ["SELECT COUNT(*)", "[r].[Start] >= @start AND [r].[Start] < @end"]);
    }

    [Fact]
    public async Task HeldRoomQueries_Held_IsOneStatementOverBothTables()
    {
        await using var context = _server.Open();

        await HeldRoomQueries.Held(context, _slot).ToListAsync();

        ShouldBeSent(
            ["[r].[Start] < @end AND [r].[Start] >= @earliest AND [r].[End] > @start", "UNION", "[b].[Start] < @end0 AND [b].[End] > @start0"]);
    }

    [Fact]
    public async Task DatabaseHealthCheck_LooksAtATable()
    {
        var result = await new DatabaseHealthCheck(_server.Contexts).CheckHealthAsync(new HealthCheckContext());

        result.Status.Should().Be(HealthStatus.Healthy);
        ShouldBeSent(["EXISTS", "FROM [Rooms]"]);
    }

    private static Reservation Reserved(int roomId, int userId) =>
        Reservation.Create(roomId, _slot, new ReservationDetails("Seminar", 5), false, new Actor(userId, "ada"), _now);

    private ReservationQueries Queries() => new(_server.Contexts);

    /// <summary>These statements and no others, each with these parts.</summary>
    private void ShouldBeSent(params string[][] statements)
    {
        _server.Commands.Should().HaveCount(statements.Length);
        foreach (var (sql, parts) in _server.Commands.Zip(statements))
        {
            sql.Should().ContainAll(parts);
        }
    }
}
