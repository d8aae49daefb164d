namespace RoomMonitor.Domain.Rooms;

/// <summary>An order of rooms: building, floor, name, then id.</summary>
public sealed class RoomOrder : IComparer<Room>
{
    private readonly StringComparer _names;

    private RoomOrder(StringComparer names) => _names = names;

    /// <summary>Of every list on the wire: names compare ordinally, case ignored.</summary>
    public static RoomOrder Wire { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of every list that people read, in <see cref="NaturalOrder"/>.</summary>
    public static RoomOrder Reading { get; } = new(NaturalOrder.Comparer);

    public int Compare(Room? x, Room? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = _names.Compare(x.Building, y.Building);
        order = order != 0 ? order : x.Floor.CompareTo(y.Floor);
        order = order != 0 ? order : _names.Compare(x.Name, y.Name);
        return order != 0 ? order : x.Id.CompareTo(y.Id);
    }
}
