namespace RoomMonitor.Domain.Rooms;

/// <summary>How far one room is from another, nearest first.</summary>
public enum RoomDistance
{
    SameFloor,
    SameBuilding,
    Elsewhere,
}
