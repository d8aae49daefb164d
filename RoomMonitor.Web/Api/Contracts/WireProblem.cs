using System.Text.Json.Serialization;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>Why a request was refused (RFC 9457, <c>application/problem+json</c>).</summary>
public sealed record WireProblem
{
    public const string ContentType = "application/problem+json";

    /// <summary>Always <c>about:blank</c>: the status says what kind of problem it is.</summary>
    public string Type { get; init; } = "about:blank";

    /// <summary>The status in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong, for people.</summary>
    public required string Detail { get; init; }

    /// <summary>By field, in the wire's spelling (<c>body</c> for the body as a whole). Only in a 400.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The reservations in the way; empty where the room is closed. Only in a 409 for a slot that is taken.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WireReservation>? Conflicts { get; init; }

    /// <summary>The occurrences of a series that can't be booked, each with what is in its way. Only in a 409 for a series.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WireOccurrence>? Occurrences { get; init; }

    /// <summary>Under which the server's log tells more. Only in a 500.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; init; }
}
