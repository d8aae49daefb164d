using System.Security.Claims;

namespace RoomMonitor.Web.Accounts;

/// <summary>One that <see cref="Sessions"/> looks after.</summary>
internal sealed class SessionLease(ClaimsPrincipal user, Action<ClaimsPrincipal?> changed, Action<SessionLease> end) : IDisposable
{
    private int _isOver;

    public ClaimsPrincipal User { get; private set; } = user;

    /// <summary>Tells what has changed, if anything has.</summary>
    public void Tell(ClaimsPrincipal? now)
    {
        if (ReferenceEquals(now, User) || Volatile.Read(ref _isOver) != 0)
        {
            return;
        }

        if (now is null)
        {
            Dispose();
        }
        else
        {
            User = now;
        }

        changed(now);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
        {
            end(this);
        }
    }
}
