using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Web.Accounts;

/// <summary>A circuit outlives the request that checked the cookie: its user is looked at again every few minutes.</summary>
internal sealed class CircuitAuthentication(ILoggerFactory loggers, IServiceScopeFactory scopes, IOptions<AccountOptions> options)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(options.Value.RevalidateMinutes);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await IsValidAsync(scope.ServiceProvider.GetRequiredService<SignInManager<UserAccount>>(), authenticationState.User);
    }

    private static async Task<bool> IsValidAsync(SignInManager<UserAccount> signIn, ClaimsPrincipal principal) =>
        await signIn.ValidateSecurityStampAsync(principal) is not null;
}
