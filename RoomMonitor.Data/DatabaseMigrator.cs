using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RoomMonitor.Data;

/// <summary>Brings the database up to date at start.</summary>
public sealed class DatabaseMigrator(IDbContextFactory<RoomMonitorDbContext> contexts)
{
    /// <exception cref="DatabaseUnavailableException">It can't be opened, is corrupt, or stays locked.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await context.Database.MigrateAsync(cancellationToken);
            if (context.Database.IsSqlite())
            {
                await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
            }
        }
        catch (DbException exception)
        {
            throw new DatabaseUnavailableException(Describe(exception, context.Database.GetDbConnection().DataSource), exception);
        }
    }

    private static string Describe(DbException exception, string? source) => exception switch
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
