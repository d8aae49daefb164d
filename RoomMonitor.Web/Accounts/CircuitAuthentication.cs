using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace RoomMonitor.Web.Accounts;

/// <summary>A circuit outlives the request that checked the cookie: its user is the one of the session as it is now, and nobody once it is over.</summary>
internal sealed class CircuitAuthentication : ServerAuthenticationStateProvider, IDisposable
{
    private readonly Sessions _sessions;
    private readonly Lock _gate = new();
    private ExecutionContext? _circuit;
    private IDisposable? _lease;
    private bool _isDisposed;

    public CircuitAuthentication(Sessions sessions)
    {
        _sessions = sessions;
        AuthenticationStateChanged += Follow;
    }

    public void Dispose()
    {
        AuthenticationStateChanged -= Follow;
        lock (_gate)
        {
            _isDisposed = true;
            _lease?.Dispose();
        }
    }

    /// <summary>The framework sets the user once, as the circuit begins; everything after that comes from here.</summary>
    private void Follow(Task<AuthenticationState> state)
    {
        AuthenticationStateChanged -= Follow;
        _circuit = ExecutionContext.Capture();
        if (state is { IsCompletedSuccessfully: true, Result.User: { Identity.IsAuthenticated: true } user })
        {
            lock (_gate)
            {
                if (!_isDisposed)
                {
                    _lease = _sessions.Watch(user, Change);
                }
            }
        }
    }

    /// <summary>In the language of the circuit: what is shown to somebody else now is rendered by this.</summary>
    private void Change(ClaimsPrincipal? user) => ExecutionContext.Run(
        _circuit!, _ => SetAuthenticationState(Task.FromResult(new AuthenticationState(user ?? new ClaimsPrincipal(new ClaimsIdentity())))), null);
}
