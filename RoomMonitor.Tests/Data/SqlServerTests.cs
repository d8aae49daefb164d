using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
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
        sqlServer.Database.HasPendingModelChanges().Should().BeFalse();
        sqlServer.Database.GetMigrations().Should().NotBeEmpty();
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

        reservations.Should().Contain("[r].[ExternalKey] IS NOT NULL OR ([r].[Start] >= @earliest");
        blackouts.Should().Contain("[b].[Start] < @end AND [b].[End] > @start");
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
