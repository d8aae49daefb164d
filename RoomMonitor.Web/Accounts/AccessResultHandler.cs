using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace RoomMonitor.Web.Accounts;

/// <summary>
/// The fallback policy closes endpoints nobody decided about. Where there is no endpoint, or only the router's own that says 405, the
/// answer is that, not "sign in". What <c>/api</c> refuses gets its problem document there.
/// </summary>
internal sealed class AccessResultHandler : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _framework = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        context.GetEndpoint() is RouteEndpoint ? _framework.HandleAsync(next, context, policy, authorizeResult) : next(context);
}
