using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Data;
using RoomMonitor.Data.Locking;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Support;

/// <summary>
/// The data services configured for SQL Server, with no server behind them: every command is compiled, written down, and answered
/// with no rows, what asks for one value with that value. Room locks are asked for as on a server, but in no transaction.
/// </summary>
public sealed class RecordedSqlServer : IDisposable
{
    public RecordedSqlServer()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = DatabaseOptions.SqlServer,
            ["ConnectionStrings:RoomMonitor"] = "Server=nowhere;Database=roommonitor",
        }).Build();
        var services = new ServiceCollection();
        services.AddKeyedSingleton<TimeProvider>(CampusTime.Key, new FakeTimeProvider(TestDatabase.Now));
        services.AddRoomMonitorData(configuration, Path.GetTempPath());
        services.ConfigureDbContext<SqlServerRoomMonitorDbContext>(options => options.AddInterceptors(new NoConnection(), new Recorder(this)));
        services.AddSingleton<IRoomLock, LockWithoutTransaction>();
        Services = services.BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public IDbContextFactory<RoomMonitorDbContext> Contexts => Services.GetRequiredService<IDbContextFactory<RoomMonitorDbContext>>();

    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>What application locks were asked for.</summary>
    public ConcurrentQueue<string> Locks { get; } = [];

    /// <summary>What <c>sp_getapplock</c> returns: 0 or 1 when it is granted.</summary>
    public int LockResult { get; set; }

    public RoomMonitorDbContext Open() => Contexts.CreateDbContext();

    public void Dispose() => Services.Dispose();

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult.Suppress());
    }

    private sealed class Recorder(RecordedSqlServer server) : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command));

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command)));

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
            InterceptionResult<int>.SuppressWithResult(Execute(command));

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult<int>.SuppressWithResult(Execute(command)));

        public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) =>
            InterceptionResult<object>.SuppressWithResult(Execute(command));

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult<object>.SuppressWithResult(Execute(command)));

        private int Execute(DbCommand command)
        {
            server.Commands.Enqueue(command.CommandText);
            if (command.CommandText.Contains("sp_getapplock", StringComparison.Ordinal))
            {
                server.Locks.Enqueue((string)command.Parameters["@resource"].Value!);
                command.Parameters["@result"].Value = server.LockResult;
            }

            return 0;
        }

        private DataTableReader Answer(DbCommand command)
        {
            server.Commands.Enqueue(command.CommandText);
            var table = new DataTable();
            object? value = command.CommandText switch
            {
                var sql when sql.Contains("AS [Value]", StringComparison.Ordinal) => 4711L,
                var sql when sql.StartsWith("SELECT COUNT(*)", StringComparison.Ordinal) => 1,
                var sql when sql.StartsWith("SELECT CASE", StringComparison.Ordinal) => true,
                _ => null,
            };
            if (value is not null)
            {
                table.Columns.Add("Value", value.GetType());
                table.Rows.Add(value);
            }

            return table.CreateDataReader();
        }
    }

    private sealed class LockWithoutTransaction : IRoomLock
    {
        public async Task<LockedTransaction> BeginAsync(RoomMonitorDbContext context, IEnumerable<int> roomIds, CancellationToken cancellationToken)
        {
            await SqlServerRoomLock.LockAsync(context, roomIds, cancellationToken);
            return new LockedTransaction(new NoTransaction());
        }
    }

    /// <summary>A real one needs a connection that is open.</summary>
    private sealed class NoTransaction : IDbContextTransaction
    {
        public Guid TransactionId => Guid.Empty;

        public void Commit()
        {
        }

        public Task CommitAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Rollback()
        {
        }

        public Task RollbackAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
