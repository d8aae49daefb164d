using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Web.Rooms;

/// <summary>What the rooms of one group have in common. Groups stand by rank, then by name; case doesn't tell names apart.</summary>
public readonly record struct RoomGroupKey(int Rank, string Name)
{
    /// <summary>Rooms without a group come first.</summary>
    public static int Compare(RoomGroupKey? one, RoomGroupKey? other)
    {
        if (one is null || other is null)
        {
            return (one is null ? 0 : 1) - (other is null ? 0 : 1);
        }

        var order = one.Value.Rank.CompareTo(other.Value.Rank);
        return order != 0 ? order : NaturalOrder.Comparer.Compare(one.Value.Name, other.Value.Name);
    }
}
