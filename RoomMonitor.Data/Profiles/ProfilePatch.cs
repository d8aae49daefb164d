using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Data.Profiles;

/// <summary>What is to change in a profile; what is null stays as it is.</summary>
public sealed record ProfilePatch
{
    public ThemePreference? Theme { get; init; }

    /// <summary>A language of the pages; empty for what the browser says.</summary>
    public string? Language { get; init; }

    public bool? NotificationsEnabled { get; init; }

    public bool? CampusNotifications { get; init; }

    public bool? EmailReminders { get; init; }

    public bool ChangesQuietHours { get; init; }

    /// <summary>Counts where <see cref="ChangesQuietHours"/> is set; null for none.</summary>
    public (TimeOnly From, TimeOnly To)? QuietHours { get; init; }

    /// <summary>All favourite rooms, in place of those there are.</summary>
    public IReadOnlyList<int>? FavoriteRooms { get; init; }
}
