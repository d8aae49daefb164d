using System.Collections.Immutable;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// Which rooms have an outline because they have just changed. More than <see cref="BurstLimit"/> changes within a second highlight
/// nothing one by one: at the bell half the campus changes, and everything would flash.
/// </summary>
public sealed record ChangeHighlights
{
    public const int BurstLimit = 5;
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _burstWindow = TimeSpan.FromSeconds(1);

    private ImmutableArray<Change> _changes = [];

    private ChangeHighlights()
    {
    }

    public static ChangeHighlights None { get; } = new();

    public ImmutableHashSet<int> RoomIds { get; private init; } = [];

    /// <summary>When the next outline ends; null where there is none.</summary>
    public DateTimeOffset? EndsAt { get; private init; }

    public ChangeHighlights Add(IEnumerable<int> roomIds, DateTimeOffset now)
    {
        var changes = _changes.AddRange(roomIds.Select(id => new Change(id, now, false)));
        var isBurst = changes.Count(change => now - change.At < _burstWindow) > BurstLimit;
        return At(isBurst ? [.. changes.Select(change => now - change.At < _burstWindow ? change with { IsBurst = true } : change)] : changes, now);
    }

    /// <summary>Without those whose time is over; the same instance where nothing ended.</summary>
    public ChangeHighlights At(DateTimeOffset now) => EndsAt <= now ? At(_changes, now) : this;

    private static ChangeHighlights At(ImmutableArray<Change> changes, DateTimeOffset now)
    {
        changes = changes.RemoveAll(change => now - change.At >= Duration);
        var visible = changes.Where(change => !change.IsBurst).ToList();
        return new ChangeHighlights
        {
            _changes = changes,
            RoomIds = [.. visible.Select(change => change.RoomId)],
            EndsAt = visible.Count == 0 ? null : visible.Min(change => change.At) + Duration,
        };
    }

    private readonly record struct Change(int RoomId, DateTimeOffset At, bool IsBurst);
}
