namespace RoomMonitor.Data.Accounts;

/// <summary>A room of which a user wants to be told when it becomes free.</summary>
public sealed class Watch
{
    public required int UserId { get; init; }

    public required int RoomId { get; init; }
}
