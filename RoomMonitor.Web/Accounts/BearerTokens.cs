using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Web.Wire;

namespace RoomMonitor.Web.Accounts;

/// <summary>Issues and renews the tokens of the API, as the framework's bearer handler reads them.</summary>
internal sealed class BearerTokens(
    SignInManager<UserAccount> signIn, UserManager<UserAccount> users, IOptionsMonitor<BearerTokenOptions> options, TimeProvider time)
{
    private readonly BearerTokenOptions _options = options.Get(IdentityConstants.BearerScheme);

    public async Task<WireTokens> IssueAsync(UserAccount user)
    {
        var principal = await signIn.CreateUserPrincipalAsync(user);
        var access = new AuthenticationTicket(principal, Until(_options.BearerTokenExpiration), $"{IdentityConstants.BearerScheme}:AccessToken");
        var refresh = new AuthenticationTicket(principal, Until(_options.RefreshTokenExpiration), $"{IdentityConstants.BearerScheme}:RefreshToken");
        return new WireTokens(
            _options.BearerTokenProtector.Protect(access),
            _options.RefreshTokenProtector.Protect(refresh),
            "Bearer",
            (int)_options.BearerTokenExpiration.TotalSeconds);
    }

    /// <summary>Other tokens for a refresh token; null when it has run out, or its user has gone, is locked, or has another password or roles.</summary>
    public async Task<WireTokens?> RefreshAsync(string refreshToken)
    {
        var ticket = _options.RefreshTokenProtector.Unprotect(refreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } expires || time.GetUtcNow() >= expires)
        {
            return null;
        }

        var user = await signIn.ValidateSecurityStampAsync(ticket.Principal);
        return user is null || await users.IsLockedOutAsync(user) ? null : await IssueAsync(user);
    }

    private AuthenticationProperties Until(TimeSpan lifetime)
    {
        var now = time.GetUtcNow();
        return new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + lifetime };
    }
}
