using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace RoomMonitor.Data;

/// <summary>What went wrong in the database, below the wrappings of EF Core.</summary>
public static class DatabaseFailures
{
    /// <summary>Chosen as the victim of a deadlock; the lock request, or the command, timed out (SQL Server's error numbers).</summary>
    private static readonly int[] _sqlServerBusy = [1205, 1222, -2];

    /// <summary>The database's own exception, or null where the failure is another one.</summary>
    public static DbException? Cause(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException failure)
            {
                return failure;
            }
        }

        return null;
    }

    /// <summary>Locked by somebody else: the same call may succeed a moment later.</summary>
    public static bool IsBusy(Exception exception) => Cause(exception) switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6,
        SqlException sql => _sqlServerBusy.Contains(sql.Number),
        _ => false,
    };

    /// <summary>One line for the operator.</summary>
    public static string Describe(DbException exception, string? source) => exception switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } => $"The database file {source} is locked by another program.",
        SqliteException { SqliteErrorCode: 11 or 26 } => $"The file {source} is damaged, or no SQLite database. Put a backup in its place; nothing was changed.",
        SqliteException { SqliteErrorCode: 8 } => $"The database file {source} is read-only.",
        SqliteException { SqliteErrorCode: 14 } => $"The database file {source} can't be opened: check the folder and its permissions.",
        SqlException sql => $"SQL Server at {source} can't be used: {OneLine(sql.Message)}",
        _ => $"The database {source} can't be used: {OneLine(exception.Message)}",
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
