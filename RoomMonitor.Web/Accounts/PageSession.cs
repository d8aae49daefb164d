using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Sessions;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Accounts;

/// <summary>Signs in to the pages and out of them: the session in the database, and the cookie that names it.</summary>
internal sealed class PageSession(SignInManager<UserAccount> signIn, Sessions sessions, KnownBrowsers browsers, SecurityLog log, IOptions<AccountOptions> options)
{
    public async Task BeginAsync(HttpContext context, UserAccount user)
    {
        await EndAsync(context.User);
        var session = await sessions.StartAsync(user.Id, SessionKind.Pages, TimeSpan.FromHours(options.Value.AbsoluteSessionHours));

        // Gone with the browser: lecterns and library computers are shared.
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim(SessionClaims.Session, session.Id.ToString())]);
        browsers.Remember(context, user.Id);
    }

    /// <summary>Ends it wherever it is: the cookie, copies of it, the pages that are open in other tabs.</summary>
    public async Task EndAsync(HttpContext context)
    {
        await EndAsync(context.User);
        await signIn.SignOutAsync();
        EndedSession.Note(context);
        if (ApiCaller.IdOf(context.User) is { } userId)
        {
            log.SignedOut(userId);
        }
    }

    private async Task EndAsync(ClaimsPrincipal user)
    {
        if (SessionClaims.SessionOf(user) is { } session)
        {
            await sessions.EndAsync(session);
        }
    }
}
