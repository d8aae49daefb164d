using System.Collections.Immutable;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// Which rooms stand in a list, where, and under which heading; nothing of what they show. Equal where all of that is: circuits that
/// saw other snapshots on their way still share what follows from it. Holds no snapshot.
/// </summary>
public sealed class ListOrder : IEquatable<ListOrder>
{
    private readonly ImmutableArray<(int RoomId, RoomGroupKey? Group)> _places;
    private readonly int _hash;

    private ListOrder(ImmutableArray<(int RoomId, RoomGroupKey? Group)> places)
    {
        _places = places;
        var hash = default(HashCode);
        foreach (var (roomId, _) in places)
        {
            hash.Add(roomId);
        }

        _hash = hash.ToHashCode();
    }

    public static ListOrder Of(IEnumerable<MonitorItem> items) => new([.. items.Select(item => (item.RoomId, item.Group))]);

    public bool Equals(ListOrder? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && _places.AsSpan().SequenceEqual(other._places.AsSpan()));

    public override bool Equals(object? obj) => Equals(obj as ListOrder);

    public override int GetHashCode() => _hash;
}
