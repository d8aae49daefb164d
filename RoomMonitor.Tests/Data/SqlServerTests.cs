using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data;
using RoomMonitor.Data.Activity;
using RoomMonitor.Data.Locking;
using RoomMonitor.Data.Occupancy;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data;

/// <summary>What SQL Server would be sent. The statements are checked here; TestDatabase runs the data tests on a real server.</summary>
public sealed class SqlServerTests : IDisposable
{
    private readonly RecordedSqlServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Migrations_OfBothProviders_MatchTheModel()
    {
        using var sqlServer = _server.Open();
        var options = new DbContextOptionsBuilder<RoomMonitorDbContext>().UseSqlite("Data Source=:memory:").Options;
        using var sqlite = new RoomMonitorDbContext(options, TimeProvider.System);

        foreach (var context in (RoomMonitorDbContext[])[sqlServer, sqlite])
        {
            context.Database.HasPendingModelChanges().Should().BeFalse(context.Database.ProviderName);
            context.Database.GetMigrations().Should().NotBeEmpty(context.Database.ProviderName);
        }
    }

    [Fact]
    public void Migrations_Scripted_HaveWhatTheTailAndTheGuardNeed()
    {
        using var context = _server.Open();

        var script = context.GetService<IMigrator>().GenerateScript();

        script.Should().Contain("[RowVersion] rowversion NOT NULL")
            .And.Contain("CREATE INDEX [IX_Activity_RowVersion]")
            .And.Contain("CREATE INDEX [IX_Reservations_RoomId_Start]")
            .And.Contain("CREATE UNIQUE INDEX [IX_Reservations_ExternalKey] ON [Reservations] ([ExternalKey]) WHERE [ExternalKey] IS NOT NULL")
            .And.NotContain("AUTOINCREMENT");
    }

    [Fact]
    public async Task OccupancyQueries_Compile()
    {
        var queries = _server.Services.GetRequiredService<OccupancyQueries>();
        var (from, to) = (TestDatabase.Now, TestDatabase.Now.AddDays(8));

        await queries.RoomsAsync(default);
        await queries.BlackoutsAsync(from, default);
        await queries.ReservationsAsync(from, to, default);
        await queries.ReservationsAsync(1, from, to, default);

        _server.Commands.Should().HaveCount(4).And.OnlyContain(sql => sql.Contains("FROM [", StringComparison.Ordinal));
        _server.Commands.Last().Should().Contain("[r].[RoomId] = @roomId").And.Contain("N'Cancelled'");
    }

    [Fact]
    public async Task ActivityTail_ReadsByRowVersionUpToTheOldestOpenTransaction()
    {
        var tail = _server.Services.GetRequiredService<IActivityTail>();

        (await tail.PositionAsync(default)).Should().Be(4711);
        var page = await tail.ReadAsync(4711, default);
        await tail.FindAsync([1, 2], default);

        page.Position.Should().Be(4711);
        _server.Commands.Take(2).Should().OnlyContain(command => command.Contains("MIN_ACTIVE_ROWVERSION()", StringComparison.Ordinal));
        var sql = _server.Commands.ElementAt(2);
        sql.Should().Contain("<= CAST(@p1 AS binary(8))").And.Contain("ORDER BY [r].[RowVersion]").And.Contain("TOP(@p");
    }

    [Fact]
    public async Task ConflictQueries_Compile()
    {
        await using var context = _server.Open();
        var slot = new TimeSlot(TestDatabase.Now, TestDatabase.Now.AddHours(1));

        var reservations = context.Reservations.Overlapping(1, slot).ToQueryString();
        var blackouts = context.Blackouts.Overlapping(1, slot).ToQueryString();

        reservations.Should().Contain("[r].[Start] < @end AND [r].[Start] >= @earliest AND [r].[End] > @start");
        blackouts.Should().Contain("[b].[RoomId] = @roomId");
    }

    [Fact]
    public async Task TimetableQueries_Compile()
    {
        await using var context = _server.Open();
        var period = new TimeSlot(TestDatabase.Now, TestDatabase.Now.AddDays(90));

        var reservations = context.Reservations.ImportedOrHolding(period).ToQueryString();
        var blackouts = context.Blackouts.Within(period).ToQueryString();
        var batch = context.Reservations.OfIds([1, 2]).ToQueryString();

        reservations.Should().Contain("[r].[ExternalKey] IS NOT NULL OR ([r].[Start] >= @earliest");
        blackouts.Should().Contain("[b].[Start] < @end AND [b].[End] > @start");
        batch.Should().Contain("WHERE [r].[Id] IN (");
    }

    [Fact]
    public async Task RoomLock_SomeRooms_AsksForOneApplicationLockEachInOrder()
    {
        await using var context = _server.Open();

        await SqlServerRoomLock.LockAsync(context, [9, 4, 9], default);

        _server.Locks.Should().Equal("room:4", "room:9");
        _server.Commands.Should().HaveCount(2).And.OnlyContain(sql => sql ==
            "EXEC @result = sp_getapplock @Resource = @resource, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = @timeout");
    }

    [Fact]
    public async Task RoomLock_FirstNotGranted_IsBusyAndAsksForNoMore()
    {
        await using var context = _server.Open();
        _server.LockResult = -1;

        var act = () => SqlServerRoomLock.LockAsync(context, [4, 9], default);

        await act.Should().ThrowAsync<DatabaseBusyException>();
        _server.Locks.Should().Equal("room:4");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ApplicationLock_Granted_Passes(int result)
    {
        var act = () => SqlServerRoomLock.CheckResult(result);

        act.Should().NotThrow();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-2)]
    [InlineData(-3)]
    public void ApplicationLock_NotGranted_IsBusy(int result)
    {
        var act = () => SqlServerRoomLock.CheckResult(result);

        act.Should().Throw<DatabaseBusyException>();
    }

    [Fact]
    public void ApplicationLock_CallError_IsNoMatterOfWaiting()
    {
        var act = () => SqlServerRoomLock.CheckResult(-999);

        act.Should().Throw<InvalidOperationException>();
    }
}
