using Microsoft.EntityFrameworkCore;

namespace RoomMonitor.Data.Sessions;

/// <summary>The sessions in the database, which all servers of a campus share.</summary>
public sealed class SessionStore(IDbContextFactory<RoomMonitorDbContext> contexts, TimeProvider time)
{
    /// <summary>Of so many the state is read at once.</summary>
    private const int ChunkSize = 500;

    /// <summary>How long one that is over is kept.</summary>
    private static readonly TimeSpan _kept = TimeSpan.FromDays(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Begins one, and forgets those of the user that are long over.</summary>
    public async Task<Session> StartAsync(int userId, SessionKind kind, TimeSpan lifetime, CancellationToken cancellationToken = default)
    {
        var now = Now;
        var session = new Session
        {
            Id = Guid.NewGuid(),
            UserId = userId,
            Kind = kind,
            StartedAt = now,
            ExpiresAt = now + lifetime,
            RefreshId = kind == SessionKind.Tokens ? Guid.NewGuid() : null,
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Sessions.Add(session);
        await context.SaveChangesAsync(cancellationToken);
        var over = now - _kept;
        await context.Sessions.Where(old => old.UserId == userId && (old.ExpiresAt < over || old.EndedAt < over)).ExecuteDeleteAsync(cancellationToken);
        return session;
    }

    /// <summary>Ends one; nothing happens where it is over already.</summary>
    public async Task EndAsync(Guid id, CancellationToken cancellationToken = default)
    {
        var now = Now;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Sessions.Where(session => session.Id == id && session.EndedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(session => session.EndedAt, now), cancellationToken);
    }

    /// <summary>
    /// Takes a refresh token, which counts once, for the next one. Where it was taken before, somebody has a copy of it: the session ends, for
    /// whoever holds it.
    /// </summary>
    /// <param name="longest">A session that is older isn't renewed, and ends.</param>
    /// <returns>Whether it counted.</returns>
    public async Task<bool> RefreshAsync(Guid id, Guid used, Guid next, TimeSpan lifetime, TimeSpan longest, CancellationToken cancellationToken = default)
    {
        var now = Now;
        var (expires, oldest) = (now + lifetime, now - longest);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var renewed = await context.Sessions
            .Where(session => session.Id == id && session.RefreshId == used && session.EndedAt == null && session.ExpiresAt > now && session.StartedAt > oldest)
            .ExecuteUpdateAsync(
                update => update.SetProperty(session => session.RefreshId, next).SetProperty(session => session.ExpiresAt, expires), cancellationToken);
        if (renewed == 0)
        {
            await EndAsync(id, cancellationToken);
        }

        return renewed > 0;
    }

    /// <summary>What is known of these; of one that isn't there, nothing.</summary>
    public async Task<IReadOnlyDictionary<Guid, SessionState>> FindAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<Guid, SessionState>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var chunk in ids.Chunk(ChunkSize))
        {
            var rows = await context.Sessions.AsNoTracking()
                .Where(session => chunk.Contains(session.Id))
                .Join(context.Users, session => session.UserId, user => user.Id, (session, user) => new
                {
                    session,
                    user.SecurityStamp,
                    user.LockoutEnabled,
                    user.LockoutEnd,
                    Roles = context.UserRoles.Where(one => one.UserId == user.Id)
                        .Join(context.Roles, one => one.RoleId, role => role.Id, (one, role) => role.Name!)
                        .ToList(),
                })
                .ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                // Compared here: SQLite can't compare times with an offset.
                var isLocked = row.LockoutEnabled && row.LockoutEnd > time.GetUtcNow();
                found[row.session.Id] = new SessionState(
                    row.session.Id, row.session.UserId, row.session.ExpiresAt, row.session.EndedAt is not null || isLocked, row.SecurityStamp,
                    [.. row.Roles.Order(StringComparer.Ordinal)]);
            }
        }

        return found;
    }
}
