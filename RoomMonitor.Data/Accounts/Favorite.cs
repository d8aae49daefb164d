namespace RoomMonitor.Data.Accounts;

/// <summary>A room that a user wants to see first.</summary>
public sealed class Favorite
{
    public required int UserId { get; init; }

    public required int RoomId { get; init; }
}
