using System.Collections.Immutable;

namespace RoomMonitor.Data.Sessions;

/// <summary>What the database says of a session and its user at one moment.</summary>
/// <param name="ExpiresAt">When it ends at the latest.</param>
/// <param name="IsEnded">It was ended, or its user is locked.</param>
/// <param name="SecurityStamp">Of the user: another one after a changed password.</param>
/// <param name="Roles">Of the user, in ordinal order.</param>
public sealed record SessionState(Guid Id, int UserId, DateTime ExpiresAt, bool IsEnded, string? SecurityStamp, ImmutableArray<string> Roles);
