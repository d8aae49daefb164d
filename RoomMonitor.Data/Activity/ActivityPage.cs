using RoomMonitor.Domain.Activity;

namespace RoomMonitor.Data.Activity;

/// <summary>Committed entries in the order of their commits.</summary>
/// <param name="Position">Where the next page begins; opaque, of this database.</param>
/// <param name="HasMore">The page was full.</param>
public sealed record ActivityPage(IReadOnlyList<ActivityEntry> Entries, long Position, bool HasMore);
