using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Data;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Support;

/// <summary>
/// The data services configured for SQL Server, with no server behind them: every command is compiled, written down, and answered
/// with no rows.
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
        services.ConfigureDbContext<SqlServerRoomMonitorDbContext>(options => options.AddInterceptors(new NoConnection(), new Recorder(Commands)));
        Services = services.BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public ConcurrentQueue<string> Commands { get; } = [];

    public RoomMonitorDbContext Open() => Services.GetRequiredService<IDbContextFactory<RoomMonitorDbContext>>().CreateDbContext();

    public void Dispose() => Services.Dispose();

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult.Suppress());
    }

    private sealed class Recorder(ConcurrentQueue<string> commands) : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command));

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command)));

        private DataTableReader Answer(DbCommand command)
        {
            commands.Enqueue(command.CommandText);
            var table = new DataTable();
            if (command.CommandText.Contains("AS [Value]", StringComparison.Ordinal))
            {
                table.Columns.Add("Value", typeof(long));
                table.Rows.Add(4711L);
            }

            return table.CreateDataReader();
        }
    }
}
