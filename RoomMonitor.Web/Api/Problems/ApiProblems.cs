using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Api.Contracts;

namespace RoomMonitor.Web.Api.Problems;

/// <summary>Turns what went wrong into the problem document that the caller gets.</summary>
internal static class ApiProblems
{
    private const int RetryAfterSeconds = 1;

    public static WireProblem Of(int status, string detail) => new()
    {
        Title = ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : "Error",
        Status = status,
        Detail = detail,
    };

    /// <summary>The problem behind an exception; null for one that nobody foresaw.</summary>
    /// <remarks>A taken slot gets its conflicts elsewhere: they depend on who reads them.</remarks>
    public static WireProblem? Of(Exception exception) => exception switch
    {
        ApiException api => Of(api.Status, api.Message) with { Errors = api.Errors },
        BadHttpRequestException bad => Of(bad.StatusCode, bad.Message),
        _ => Refusal.Of(exception) is { } refusal
            ? Of(refusal.Status, refusal.Words) with { Errors = ErrorsOf(exception) }
            : null,
    };

    private static Dictionary<string, string[]>? ErrorsOf(Exception exception) =>
        exception is InvalidReservationException invalid ? WireErrors.ByField(invalid) : null;

    /// <summary>For a status that somebody set without a word.</summary>
    public static WireProblem OfStatus(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var request = context.Request;
        return Of(status, status switch
        {
            StatusCodes.Status401Unauthorized => ApiException.SignInFirst().Message,
            StatusCodes.Status403Forbidden => "Your account may not do this.",
            StatusCodes.Status404NotFound => $"There is nothing at {request.PathBase}{request.Path}. What there is stands at {request.PathBase}/docs.",
            StatusCodes.Status405MethodNotAllowed => $"{request.Method} isn't possible at {request.PathBase}{request.Path}: {context.Response.Headers.Allow} is.",
            _ => $"The request was refused: {ReasonPhrases.GetReasonPhrase(status)}.",
        });
    }

    public static async Task WriteAsync(HttpContext context, WireProblem problem)
    {
        var response = context.Response;
        response.StatusCode = problem.Status;
        response.ContentLength = null;
        response.Headers.Remove(HeaderNames.ETag);
        response.Headers.Remove(HeaderNames.ContentEncoding);
        switch (problem.Status)
        {
            case StatusCodes.Status401Unauthorized when response.Headers.WWWAuthenticate.Count == 0:
                response.Headers.WWWAuthenticate = "Bearer";
                break;
            case StatusCodes.Status503ServiceUnavailable when response.Headers.RetryAfter.Count == 0:
                response.Headers.RetryAfter = $"{RetryAfterSeconds}";
                break;
        }

        await response.WriteAsJsonAsync(problem, WireJson.Options, $"{WireProblem.ContentType}; charset=utf-8", context.RequestAborted);
    }
}
