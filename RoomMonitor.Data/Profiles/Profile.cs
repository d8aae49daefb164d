using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Data.Profiles;

/// <summary>What a user has chosen. Favourite and watched rooms that are closed for good are left out.</summary>
/// <param name="Language">A language of the pages (<c>en</c>, <c>de</c>); null for what the browser says.</param>
/// <param name="QuietHours">Campus times between which nothing is told, over midnight where the first is later; null for none.</param>
public sealed record Profile(
    int UserId,
    ThemePreference Theme,
    string? Language,
    bool NotificationsEnabled,
    bool EmailReminders,
    (TimeOnly From, TimeOnly To)? QuietHours,
    IReadOnlyList<int> FavoriteRooms,
    IReadOnlyList<int> WatchedRooms)
{
    /// <summary>Wants to be told of every change on the campus; counts for administrators only.</summary>
    public bool CampusNotifications { get; init; }
}
