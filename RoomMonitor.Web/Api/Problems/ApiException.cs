namespace RoomMonitor.Web.Api.Problems;

/// <summary>A request that the API refuses. The message is for whoever sent it.</summary>
internal sealed class ApiException(int status, string detail, IReadOnlyDictionary<string, string[]>? errors = null) : Exception(detail)
{
    public int Status { get; } = status;

    /// <summary>By field, in the wire's spelling; for a 400.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; } = errors;

    public static ApiException NotFound(string detail) => new(StatusCodes.Status404NotFound, detail);

    public static ApiException SignInFirst() =>
        new(StatusCodes.Status401Unauthorized, "Sign in first: send the access token of POST /api/auth/login/ as \"Authorization: Bearer ...\".");

    public static ApiException BadToken() =>
        new(StatusCodes.Status401Unauthorized, "The access token is not valid, or not any more. Get another one, or leave it out.");

    public static ApiException Invalid(string field, string message) =>
        new(StatusCodes.Status400BadRequest, message, new Dictionary<string, string[]> { [field] = [message] });
}
