using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>What to change in a profile: whatever isn't named stays as it is.</summary>
public sealed record WireProfileRequest
{
    public ThemePreference? Theme { get; init; }

    /// <summary>All favourite rooms, in place of those there are.</summary>
    public IReadOnlyList<int>? FavoriteRooms { get; init; }

    public bool? NotificationsEnabled { get; init; }

    public bool? EmailReminders { get; init; }
}
