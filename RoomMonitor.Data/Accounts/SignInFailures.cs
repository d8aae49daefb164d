using Microsoft.EntityFrameworkCore;

namespace RoomMonitor.Data.Accounts;

/// <summary>The failed sign-ins of each user, for that user.</summary>
public sealed class SignInFailures(IDbContextFactory<RoomMonitorDbContext> contexts, TimeProvider time)
{
    /// <summary>So many are kept of each user.</summary>
    public const int Kept = 20;

    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(30);

    public async Task AddAsync(int userId, string address, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.SignInFailures.Add(new SignInFailure { UserId = userId, At = now, Address = address });
        await context.SaveChangesAsync(cancellationToken);
        var oldest = now - _lifetime;
        var surplus = await context.SignInFailures.Where(failure => failure.UserId == userId)
            .OrderByDescending(failure => failure.Id).Skip(Kept).Select(failure => (int?)failure.Id).FirstOrDefaultAsync(cancellationToken) ?? 0;
        await context.SignInFailures.Where(failure => failure.UserId == userId && (failure.Id <= surplus || failure.At < oldest)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Those of the last 30 days, the latest first.</summary>
    public async Task<IReadOnlyList<SignInFailure>> FindAsync(int userId, CancellationToken cancellationToken = default)
    {
        var oldest = time.GetUtcNow().UtcDateTime - _lifetime;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SignInFailures.AsNoTracking().Where(failure => failure.UserId == userId && failure.At >= oldest)
            .OrderByDescending(failure => failure.Id).ToListAsync(cancellationToken);
    }
}
