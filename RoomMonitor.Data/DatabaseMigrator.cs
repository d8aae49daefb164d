using Microsoft.EntityFrameworkCore;

namespace RoomMonitor.Data;

/// <summary>Brings the database up to date at start.</summary>
public sealed class DatabaseMigrator(IDbContextFactory<RoomMonitorDbContext> contexts)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _longestMigration = TimeSpan.FromMinutes(30);

    /// <exception cref="DatabaseUnavailableException">It can't be opened, is corrupt, or stays locked.</exception>
    public Task MigrateAsync(CancellationToken cancellationToken) => UsingAsync(
        async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            if (context.Database.IsSqlite() && SqliteFile.Of(context.Database.GetConnectionString()) is { } file)
            {
                OwnerOnly.CreateFile(file);
            }

            // On SQLite it is the patience with a locked file, elsewhere the time that a migration may take.
            context.Database.SetCommandTimeout(context.Database.IsSqlite() ? _patience : _longestMigration);

            // Asked first: migrating takes a lock that a killed process leaves behind, and mostly there is nothing to do.
            if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                await context.Database.MigrateAsync(cancellationToken);
            }

            if (context.Database.IsSqlite())
            {
                await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
            }
        });

    /// <summary>Runs a step of the start, in which a database that can't be used is one line for the operator.</summary>
    /// <exception cref="DatabaseUnavailableException">It can't be opened, is corrupt, or stays locked.</exception>
    public async Task UsingAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception exception) when (DatabaseFailures.Cause(exception) is not null)
        {
            await using var context = await contexts.CreateDbContextAsync();
            throw new DatabaseUnavailableException(
                DatabaseFailures.Describe(DatabaseFailures.Cause(exception)!, context.Database.GetDbConnection().DataSource), exception);
        }
    }
}
