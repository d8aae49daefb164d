using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Documents;
using RoomMonitor.Web.Api.Input;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Api;

/// <summary>Tokens for API clients. Nobody registers by himself.</summary>
internal static class AuthEndpoints
{
    public static void MapAuth(this IEndpointRouteBuilder api)
    {
        api.MapPost("auth/login/", Login)
            .AllowAnonymous()
            .WithName("Login")
            .WithTags("Accounts")
            .Takes(ApiExamples.Login)
            .Fails(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden)
            .Example(StatusCodes.Status200OK, ApiExamples.Tokens);
        api.MapPost("auth/token/refresh/", Refresh)
            .AllowAnonymous()
            .WithName("RefreshToken")
            .WithTags("Accounts")
            .Takes(new WireRefreshRequest(ApiExamples.Tokens.Refresh))
            .Fails(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden)
            .Example(StatusCodes.Status200OK, ApiExamples.Tokens);
        api.MapPost("auth/logout/", Logout)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("Logout")
            .WithTags("Accounts");
        api.MapGet("auth/me/", Me)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("Me")
            .WithTags("Accounts")
            .Example(StatusCodes.Status200OK, ApiExamples.Account);
    }

    /// <summary>Gets an access token, and a refresh token to renew it with.</summary>
    /// <remarks>
    /// By `email` or `username`. One answer for an unknown name, a wrong password and a locked account. Too many failed logins of one account
    /// from one address are a 429, each time for longer, and so are very many from one address; successful ones don't count.
    /// </remarks>
    internal static async Task<Ok<WireTokens>> Login(HttpContext context, JsonFields fields, AccountLogin login, BearerTokens tokens)
    {
        var (email, username) = (fields.Text("email"), fields.Text("username"));
        var name = email ?? username;
        if (name is null)
        {
            fields.Refuse("email", "Write the email or the username.");
        }

        fields.Require("password");
        var password = fields.Secret("password");
        fields.ThrowIfRefused();

        var result = await login.CheckAsync(context, name!, password!);
        if (result.RetryAfter is { } wait)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            throw new ApiException(StatusCodes.Status429TooManyRequests, $"Too many failed logins. Try again in {seconds} s.");
        }

        return result.User is null
            ? throw new ApiException(StatusCodes.Status401Unauthorized, LoginResult.RefusedText)
            : Answer(context, await tokens.IssueAsync(result.User));
    }

    /// <summary>Gets other tokens for a refresh token.</summary>
    /// <remarks>
    /// A refresh token is for one use: a second use ends the session, since somebody has a copy of it. A changed password, a locked account and
    /// `auth/logout/` end it early; changed roles are those of the next tokens.
    /// </remarks>
    internal static async Task<Ok<WireTokens>> Refresh(HttpContext context, JsonFields fields, BearerTokens tokens)
    {
        fields.Require("refresh");
        var refresh = fields.Text("refresh");
        fields.ThrowIfRefused();
        return await tokens.RefreshAsync(refresh!) is { } renewed
            ? Answer(context, renewed)
            : throw new ApiException(StatusCodes.Status401Unauthorized, "The refresh token is not valid, or not any more. Sign in again.");
    }

    /// <summary>Ends the session: its access token, its refresh token and all that came of them count no more.</summary>
    internal static async Task<NoContent> Logout(HttpContext context, Sessions sessions, SecurityLog log)
    {
        if (SessionClaims.SessionOf(context.User) is { } session)
        {
            await sessions.EndAsync(session);
            log.SignedOut(ApiCaller.IdOf(context.User) ?? 0);
        }

        return TypedResults.NoContent();
    }

    /// <summary>Says whose token it is.</summary>
    internal static async Task<Ok<WireAccount>> Me(ApiCaller caller, UserManager<UserAccount> users)
    {
        var user = await users.FindByIdAsync(caller.RequireUserId().ToString(CultureInfo.InvariantCulture)) ?? throw ApiException.BadToken();
        return TypedResults.Ok(new WireAccount(user.Id, user.UserName!, user.Email, [.. await users.GetRolesAsync(user)]));
    }

    private static Ok<WireTokens> Answer(HttpContext context, WireTokens tokens)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(tokens);
    }
}
