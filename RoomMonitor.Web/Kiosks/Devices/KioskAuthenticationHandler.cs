using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>The scheme of registered screens. Their principal is no user: it has a name and no id.</summary>
internal sealed class KioskAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KioskDevices.Current(Context) is not { } device)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, device.Name)], KioskScheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), KioskScheme.Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = KioskScheme.Name;
        return ApiProblems.WriteAsync(
            Context, ApiProblems.Of(StatusCodes.Status401Unauthorized, "This screen is not registered, or not any more."));
    }
}
