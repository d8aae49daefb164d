using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RoomMonitor.Tests.Data.Series;

/// <summary>Writes down the queries that are sent.</summary>
internal sealed class CommandCounter : DbCommandInterceptor
{
    public ConcurrentQueue<string> Queries { get; } = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
        {
            Queries.Enqueue(command.CommandText);
        }

        return new(result);
    }
}
