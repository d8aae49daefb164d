namespace RoomMonitor.Data.Sessions;

/// <summary>
/// One sign-in. Cookie, circuits and tokens of it name it, and count only as long as it does: signing out ends it wherever it was copied to.
/// In real time, whatever the campus clock shows.
/// </summary>
public sealed class Session
{
    public required Guid Id { get; init; }

    public required int UserId { get; init; }

    public required SessionKind Kind { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>When it ends at the latest, however much it is used.</summary>
    public required DateTime ExpiresAt { get; set; }

    /// <summary>When it was ended; null while it lives.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>The one refresh token that counts: each is for one use. Null for <see cref="SessionKind.Pages"/>.</summary>
    public Guid? RefreshId { get; set; }
}
