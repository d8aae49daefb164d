using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Web.Accounts;

/// <summary>The users that exist in Development only, so that everything can be tried.</summary>
internal static class DemoAccounts
{
    public const string Password = "Demo-campus-1";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("admin@demo.local", Roles.Administrator),
        new("staff@demo.local", Roles.Staff),
    ];
}
