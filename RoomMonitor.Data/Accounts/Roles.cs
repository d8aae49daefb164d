namespace RoomMonitor.Data.Accounts;

/// <summary>The roles of the campus.</summary>
public static class Roles
{
    public const string Administrator = "Administrator";

    public const string Staff = "Staff";

    public static IReadOnlyList<string> All { get; } = [Administrator, Staff];
}
