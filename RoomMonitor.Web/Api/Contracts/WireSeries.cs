using System.Text.Json.Serialization;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>A series of recurring reservations.</summary>
public sealed record WireSeries
{
    public required int Id { get; init; }

    public required WireRoom Room { get; init; }

    public required int RoomId { get; init; }

    /// <summary>Null for readers who may not know.</summary>
    public required WireUser? User { get; init; }

    public required WireRecurrence Recurrence { get; init; }

    /// <summary>The same as an RRULE of RFC 5545, over campus dates.</summary>
    public required string Rrule { get; init; }

    /// <summary>Campus date of the first occurrence.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Campus time, <c>HH:mm</c>, of each occurrence that was not changed by itself.</summary>
    public required string StartTime { get; init; }

    /// <summary>Campus time, <c>HH:mm</c>.</summary>
    public required string EndTime { get; init; }

    /// <summary><c>Reserved</c> for readers who may not know.</summary>
    public required string Purpose { get; init; }

    public required int Attendees { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>By start, cancelled ones among them.</summary>
    public required IReadOnlyList<WireReservation> Occurrences { get; init; }

    /// <summary>Ids of chosen occurrences that kept something of their own. Only in the answer to a change.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Kept { get; init; }
}
