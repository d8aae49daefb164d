using Microsoft.EntityFrameworkCore;

namespace RoomMonitor.Data.Kiosks;

/// <summary>Reads the registered screens for the servers, which keep them in memory.</summary>
public sealed class KioskQueries(IDbContextFactory<RoomMonitorDbContext> contexts)
{
    /// <summary>Differs after every change but of when a screen was seen.</summary>
    public async Task<long> StampAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Kiosks.SumAsync(kiosk => 1L + kiosk.Version, cancellationToken);
    }

    public async Task<IReadOnlyList<KioskDevice>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Kiosks.AsNoTracking().ToListAsync(cancellationToken);
    }

    public async Task<KioskDevice?> FindByTokenAsync(string tokenHash, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Kiosks.AsNoTracking().SingleOrDefaultAsync(kiosk => kiosk.TokenHash == tokenHash, cancellationToken);
    }

    /// <summary>Writes down when screens were seen.</summary>
    public async Task SaveSeenAsync(IReadOnlyDictionary<int, DateTime> seen, CancellationToken cancellationToken)
    {
        List<int> ids = [.. seen.Keys];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var device in await context.Kiosks.Where(kiosk => ids.Contains(kiosk.Id)).ToListAsync(cancellationToken))
        {
            device.Seen(seen[device.Id]);
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
