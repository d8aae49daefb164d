using RoomMonitor.Domain.Activity;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>One entry of the activity log.</summary>
public sealed record WireActivity
{
    public required long Id { get; init; }

    /// <summary><c>reservation_created</c> and so on.</summary>
    public required ActivityAction Action { get; init; }

    public required int RoomId { get; init; }

    /// <summary>The name that the room has now.</summary>
    public required string RoomName { get; init; }

    public required int? ReservationId { get; init; }

    /// <summary>The name of who did it; <c>import</c>, <c>simulation</c> or <c>system</c> where nobody did.</summary>
    public required string User { get; init; }

    /// <summary>The entry as a sentence, with campus times.</summary>
    public required string Description { get; init; }

    /// <summary>RFC 3339, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>How long ago, in words, by the campus clock.</summary>
    public required string TimeAgo { get; init; }
}
