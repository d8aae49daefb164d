using System.Collections.Frozen;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Browse;

/// <summary>The rooms that are held at some time of a slot, as the database said it: for times beyond what the board holds.</summary>
public sealed class TakenRooms(TimeSlot slot, FrozenSet<int> roomIds)
{
    public TimeSlot Slot { get; } = slot;

    public FrozenSet<int> RoomIds { get; } = roomIds;
}
