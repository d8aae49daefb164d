namespace RoomMonitor.Data.Profiles;

/// <summary>Rooms that aren't there, or not any more.</summary>
public sealed class UnknownRoomsException(IReadOnlyList<int> roomIds) : Exception($"There is no room {string.Join(", ", roomIds)}.")
{
    public IReadOnlyList<int> RoomIds { get; } = roomIds;
}
