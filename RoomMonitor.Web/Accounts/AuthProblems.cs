using Microsoft.AspNetCore.Mvc;

namespace RoomMonitor.Web.Accounts;

/// <summary>The problem documents (RFC 9457) about signing in.</summary>
internal static class AuthProblems
{
    /// <summary>One answer for an unknown name, a wrong password and a locked account, so that none of them can be told from the others.</summary>
    public const string RefusedText = "The e-mail or the password is wrong, or the account is locked for a few minutes after too many attempts.";

    public static IResult SignInFirst() => Of(StatusCodes.Status401Unauthorized, "Not signed in", "Sign in first: send the access token of POST /api/auth/login/ as \"Authorization: Bearer ...\".");

    public static IResult Forbidden() => Of(StatusCodes.Status403Forbidden, "Not allowed", "Your account may not do this.");

    public static IResult Refused() => Of(StatusCodes.Status401Unauthorized, "Not signed in", RefusedText);

    public static IResult StaleToken() => Of(StatusCodes.Status401Unauthorized, "Not signed in", "The refresh token is not valid any more. Sign in again.");

    public static IResult TooManyFailures(TimeSpan retryAfter) => Of(
        StatusCodes.Status429TooManyRequests,
        "Too many failed logins",
        $"Too many failed logins from this address. Try again in {(int)retryAfter.TotalSeconds} s.");

    public static IResult Invalid(IDictionary<string, string[]> errors) => TypedResults.ValidationProblem(
        errors,
        detail: string.Join(" ", errors.Values.SelectMany(messages => messages)),
        title: "The request is not valid");

    public static IResult Of(int status, string title, string detail) =>
        TypedResults.Problem(new ProblemDetails { Status = status, Title = title, Detail = detail });
}
