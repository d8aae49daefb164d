using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Sessions;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Accounts;

/// <summary>Issues and renews the tokens of the API, as the framework's bearer handler reads them. A login and all that comes of it is one session.</summary>
internal sealed class BearerTokens(
    SignInManager<UserAccount> signIn,
    UserManager<UserAccount> users,
    Sessions sessions,
    SecurityLog log,
    IOptionsMonitor<BearerTokenOptions> options,
    IOptions<AccountOptions> accounts,
    TimeProvider time)
{
    private readonly BearerTokenOptions _options = options.Get(AccountSchemes.Token);

    public async Task<WireTokens> IssueAsync(UserAccount user)
    {
        var session = await sessions.StartAsync(user.Id, SessionKind.Tokens, _options.RefreshTokenExpiration);
        return await IssueAsync(user, session.Id, session.RefreshId!.Value);
    }

    /// <summary>
    /// Other tokens for a refresh token; null when it has run out, or its session has ended. One that was used before ends its session.
    /// </summary>
    public async Task<WireTokens?> RefreshAsync(string refreshToken)
    {
        var ticket = _options.RefreshTokenProtector.Unprotect(refreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } expires || time.GetUtcNow() >= expires
            || SessionClaims.SessionOf(ticket.Principal) is not { } session || SessionClaims.RefreshOf(ticket.Principal) is not { } used
            || await sessions.CheckAsync(ticket.Principal) is null)
        {
            return null;
        }

        var next = Guid.NewGuid();
        if (!await sessions.RefreshAsync(session, used, next, _options.RefreshTokenExpiration, TimeSpan.FromDays(accounts.Value.AbsoluteTokenDays)))
        {
            log.SessionRevoked(ApiCaller.IdOf(ticket.Principal) ?? 0, "a refresh token was used twice, or the login is as old as one may get");
            return null;
        }

        return await users.GetUserAsync(ticket.Principal) is { } user ? await IssueAsync(user, session, next) : null;
    }

    private async Task<WireTokens> IssueAsync(UserAccount user, Guid session, Guid refresh)
    {
        var sid = new Claim(SessionClaims.Session, session.ToString());
        var jti = new Claim(SessionClaims.Refresh, refresh.ToString());
        return new WireTokens(
            _options.BearerTokenProtector.Protect(await TicketAsync(user, "AccessToken", _options.BearerTokenExpiration, sid)),
            _options.RefreshTokenProtector.Protect(await TicketAsync(user, "RefreshToken", _options.RefreshTokenExpiration, sid, jti)),
            "Bearer",
            (int)_options.BearerTokenExpiration.TotalSeconds);
    }

    private async Task<AuthenticationTicket> TicketAsync(UserAccount user, string kind, TimeSpan lifetime, params Claim[] claims)
    {
        var principal = await signIn.CreateUserPrincipalAsync(user);
        principal.Identities.First().AddClaims(claims);
        var now = time.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + lifetime };
        return new AuthenticationTicket(principal, properties, $"{AccountSchemes.Token}:{kind}");
    }
}
