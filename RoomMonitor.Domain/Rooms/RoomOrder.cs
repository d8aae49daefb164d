using RoomMonitor.Domain.Names;

namespace RoomMonitor.Domain.Rooms;

/// <summary>The order of every list of rooms: building, floor, name (ordinal, case ignored), then id.</summary>
public sealed class RoomOrder : IComparer<Room>
{
    public static RoomOrder Instance { get; } = new();

    public int Compare(Room? x, Room? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = NameComparer.Instance.Compare(x.Building, y.Building);
        order = order != 0 ? order : x.Floor.CompareTo(y.Floor);
        order = order != 0 ? order : NameComparer.Instance.Compare(x.Name, y.Name);
        return order != 0 ? order : x.Id.CompareTo(y.Id);
    }
}
