using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Net.Http.Headers;

namespace RoomMonitor.Web.Accounts;

/// <summary>What a caller gets who may not: problem documents for the API, the cookie's redirects for pages.</summary>
internal sealed class AccessResultHandler : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _framework = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        // The fallback policy closes endpoints nobody decided about. Where there is no endpoint, the answer is 404, not "sign in".
        if (context.GetEndpoint() is null)
        {
            return next(context);
        }

        if (authorizeResult.Succeeded || !AccountSchemes.IsApi(context.Request.Path))
        {
            return _framework.HandleAsync(next, context, policy, authorizeResult);
        }

        if (authorizeResult.Forbidden)
        {
            return AuthProblems.Forbidden().ExecuteAsync(context);
        }

        context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return AuthProblems.SignInFirst().ExecuteAsync(context);
    }
}
