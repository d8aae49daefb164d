namespace RoomMonitor.Bench.Kiosks;

/// <summary>One registered screen, as the fleet of a campus has them.</summary>
/// <param name="Room">Of a door panel; null for an overview.</param>
/// <param name="Building">Of an overview.</param>
/// <param name="Token">What its cookie holds.</param>
internal sealed record RegisteredScreen(int? Room, string? Building, string Token)
{
    public string Page => Room is { } room ? $"kiosk/rooms/{room}" : $"kiosk/overview?building={Uri.EscapeDataString(Building!)}";

    public string Socket => Room is { } room ? $"/ws/rooms/{room}/" : $"/ws/rooms/overview/?building={Uri.EscapeDataString(Building!)}";

    public string Schedule => Room is { } room ? $"api/rooms/{room}/schedule/" : $"api/rooms/schedule/?building={Uri.EscapeDataString(Building!)}";
}
