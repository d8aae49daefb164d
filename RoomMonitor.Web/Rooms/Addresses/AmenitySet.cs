using System.Collections;
using System.Collections.Immutable;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Web.Rooms.Addresses;

/// <summary>Equipment that a room must have: each once and in order, whatever its case. Sets of the same equipment are equal.</summary>
public sealed class AmenitySet : IReadOnlyCollection<string>, IEquatable<AmenitySet>
{
    private readonly ImmutableSortedSet<string> _names;

    private AmenitySet(ImmutableSortedSet<string> names) => _names = names;

    public static AmenitySet Empty { get; } = new(ImmutableSortedSet.Create<string>(NameComparer.Instance));

    public int Count => _names.Count;

    public static AmenitySet Of(IEnumerable<string> names) => new(Empty._names.Union(names.Where(name => name.Length > 0)));

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>With a name that wasn't there, without one that was.</summary>
    public AmenitySet Toggle(string name)
    {
        var without = _names.Remove(name);
        return new(ReferenceEquals(without, _names) ? _names.Add(name) : without);
    }

    public bool AreIn(Room room) => _names.All(name => room.Amenities.Contains(name, NameComparer.Instance));

    public bool Equals(AmenitySet? other) => other is not null && _names.SequenceEqual(other._names, NameComparer.Instance);

    public override bool Equals(object? obj) => Equals(obj as AmenitySet);

    public override int GetHashCode() =>
        _names.Aggregate(0, (hash, name) => HashCode.Combine(hash, NameComparer.Instance.GetHashCode(name)));

    public IEnumerator<string> GetEnumerator() => _names.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
