using RoomMonitor.Data.Reservations;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Problems;

namespace RoomMonitor.Web.Api.Documents;

/// <summary>What the document shows for each status that comes with a problem document.</summary>
internal static class ProblemExamples
{
    private const string Seats = "Seminar 2.14 has 40 seats.";

    public static WireProblem Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ApiProblems.Of(status, Seats) with { Errors = new Dictionary<string, string[]> { ["attendees"] = [Seats] } },
        StatusCodes.Status401Unauthorized => ApiProblems.Of(status, ApiException.SignInFirst().Message),
        StatusCodes.Status403Forbidden => ApiProblems.Of(status, "Only its owner or an administrator can change this reservation."),
        StatusCodes.Status404NotFound => ApiProblems.Of(status, "There is no room 4711."),
        StatusCodes.Status406NotAcceptable => ApiProblems.Of(status, "Accept one of the encodings br, gzip and identity."),
        StatusCodes.Status409Conflict => ApiProblems.Of(status, "This time is taken.") with { Conflicts = [ApiExamples.Anonymous] },
        StatusCodes.Status413PayloadTooLarge => ApiProblems.Of(status, "The body is too large: at most 64 KiB."),
        StatusCodes.Status415UnsupportedMediaType => ApiProblems.Of(status, "Send the body as Content-Type: application/json."),
        StatusCodes.Status422UnprocessableEntity => ApiProblems.Of(status, new RequestKeyException().Message),
        StatusCodes.Status429TooManyRequests => ApiProblems.Of(status, "Too many requests. Try again in 17 s."),
        StatusCodes.Status503ServiceUnavailable => ApiProblems.Of(status, Refusal.Busy.Words),
        _ => ApiProblems.Of(status, "The request was refused."),
    };

    /// <summary>When a status is sent.</summary>
    public static string DescriptionOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request is not valid; `errors` says why, by field.",
        StatusCodes.Status401Unauthorized => "Not signed in, or with a token that is not valid.",
        StatusCodes.Status403Forbidden => "The caller may not do this.",
        StatusCodes.Status404NotFound => "There is none.",
        StatusCodes.Status406NotAcceptable => "Every encoding was refused.",
        StatusCodes.Status409Conflict => "The slot is taken (`conflicts`: the reservations in the way; of a series, `occurrences`: which of them), or the change is refused.",
        StatusCodes.Status413PayloadTooLarge => "The body is larger than 64 KiB.",
        StatusCodes.Status415UnsupportedMediaType => "The body is not sent as JSON.",
        StatusCodes.Status422UnprocessableEntity => "The key was used before, for another request.",
        StatusCodes.Status429TooManyRequests => "Over the rate limit; `Retry-After` says how many seconds to wait.",
        StatusCodes.Status503ServiceUnavailable => "The database is busy; `Retry-After` says how many seconds to wait.",
        _ => "The request was refused.",
    };
}
