using System.Collections.Concurrent;
using System.Security.Claims;
using RoomMonitor.Data;
using RoomMonitor.Data.Sessions;

namespace RoomMonitor.Web.Accounts;

/// <summary>
/// Whether somebody is still signed in, for every request and everything that stays open. What the database says of a session is believed
/// for two seconds; of what is watched it is read anew that often, whichever server has ended it.
/// </summary>
internal sealed partial class Sessions(SessionStore store, TimeProvider time, ILogger<Sessions> logger) : BackgroundService
{
    /// <summary>How old what is known may be. Twice this, and a moment, is what a lock or a changed role takes at most.</summary>
    private static readonly TimeSpan _period = TimeSpan.FromSeconds(2);

    /// <summary>So long the last word of a database that can't be read counts.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, Known> _known = [];
    private readonly ConcurrentDictionary<SessionLease, Guid> _leases = [];

    public Task<Session> StartAsync(int userId, SessionKind kind, TimeSpan lifetime) => store.StartAsync(userId, kind, lifetime);

    /// <summary>Ends it here at once, and on other servers as they read of it.</summary>
    public async Task EndAsync(Guid id)
    {
        await store.EndAsync(id);
        await RefreshAsync([id], CancellationToken.None);
    }

    /// <summary>Takes a refresh token: see <see cref="SessionStore.RefreshAsync"/>.</summary>
    public async Task<bool> RefreshAsync(Guid id, Guid used, Guid next, TimeSpan lifetime, TimeSpan longest)
    {
        var counts = await store.RefreshAsync(id, used, next, lifetime, longest);
        _known.TryRemove(id, out _);
        return counts;
    }

    /// <summary>The user with the roles of now; null where the session is over, or there is none.</summary>
    public async Task<ClaimsPrincipal?> CheckAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default)
    {
        if (SessionClaims.SessionOf(user) is not { } id)
        {
            return null;
        }

        if (!_known.TryGetValue(id, out var known) || time.GetElapsedTime(known.At) >= _period)
        {
            known = await ReadAsync(id, known, cancellationToken);
        }

        return Judge(user, known.State);
    }

    /// <summary>Looks after a user who stays: a circuit, a socket.</summary>
    /// <param name="changed">Called on any thread with the user as he is now, null once the session is over; nothing follows after that.</param>
    /// <returns>To be disposed when whoever asked is gone.</returns>
    public IDisposable Watch(ClaimsPrincipal user, Action<ClaimsPrincipal?> changed)
    {
        var lease = new SessionLease(user, changed, gone => _leases.TryRemove(gone, out _));
        if (SessionClaims.SessionOf(user) is { } id)
        {
            _leases[lease] = id;
        }

        return lease;
    }

    /// <summary>Reads what is watched anew, and tells of what has changed.</summary>
    public async Task RefreshAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var at = time.GetTimestamp();
        var found = await store.FindAsync(ids, cancellationToken);
        foreach (var id in ids)
        {
            _known[id] = new Known(found.GetValueOrDefault(id), at);
        }

        foreach (var (lease, id) in _leases)
        {
            if (ids.Contains(id))
            {
                lease.Tell(Judge(lease.User, found.GetValueOrDefault(id)));
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RefreshWatchedAsync(stoppingToken);
                Forget();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task RefreshWatchedAsync(CancellationToken cancellationToken)
    {
        try
        {
            HashSet<Guid> ids = [.. _leases.Values];
            if (ids.Count > 0)
            {
                await RefreshAsync(ids, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailure(exception);
        }
    }

    private async Task<Known> ReadAsync(Guid id, Known? last, CancellationToken cancellationToken)
    {
        try
        {
            var at = time.GetTimestamp();
            var found = await store.FindAsync([id], cancellationToken);
            return _known[id] = new Known(found.GetValueOrDefault(id), at);
        }
        catch (Exception failure) when (last is not null && time.GetElapsedTime(last.At) < _patience && DatabaseFailures.Cause(failure) is not null)
        {
            return last;
        }
    }

    private ClaimsPrincipal? Judge(ClaimsPrincipal user, SessionState? state) =>
        SessionClaims.Lives(user, state, time.GetUtcNow().UtcDateTime) ? SessionClaims.WithRoles(user, state!.Roles) : null;

    private void Forget()
    {
        foreach (var (id, known) in _known)
        {
            if (time.GetElapsedTime(known.At) >= _patience)
            {
                _known.TryRemove(KeyValuePair.Create(id, known));
            }
        }
    }

    [LoggerMessage(EventId = 402, Level = LogLevel.Warning, Message = "The sessions could not be read; trying again")]
    private partial void LogFailure(Exception exception);

    private sealed record Known(SessionState? State, long At);
}
