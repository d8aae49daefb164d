using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Accounts;

/// <summary>An access token counts as long as its session does: it is read by the framework, and its session looked up.</summary>
internal sealed class SessionBearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var read = await Context.AuthenticateAsync(AccountSchemes.Token);
        if (!read.Succeeded)
        {
            return read;
        }

        // Other roles than those that it was given for: the client gets another one by its refresh token.
        return await sessions.CheckAsync(read.Principal, Context.RequestAborted) is { } user && ReferenceEquals(user, read.Principal)
            ? read
            : AuthenticateResult.Fail("The session of this token is over.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Context.ChallengeAsync(AccountSchemes.Token, properties);
}
