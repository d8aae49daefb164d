using System.Collections.Immutable;
using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Web.Features.Profile;

/// <summary>What the user of this circuit has chosen. Anonymous readers have none of it.</summary>
public sealed record ProfileState
{
    private ProfileState()
    {
    }

    /// <summary>Of somebody who is not signed in.</summary>
    public static ProfileState Anonymous { get; } = new() { IsLoaded = true };

    /// <summary>Before the profile was read: what the page came with.</summary>
    public static ProfileState Of(PageMarks? marks) => marks is null
        ? new()
        : new() { UserId = marks.UserId, FavoriteRooms = [.. marks.FavoriteRooms], WatchedRooms = [.. marks.WatchedRooms] };

    /// <summary>False until it was read, or found that nobody is signed in.</summary>
    public bool IsLoaded { get; init; }

    /// <summary>Null for somebody who is not signed in.</summary>
    public int? UserId { get; init; }

    public bool IsSignedIn => UserId is not null;

    public ThemePreference Theme { get; init; }

    /// <summary>A language of the pages (<c>en</c>, <c>de</c>); null for what the browser says.</summary>
    public string? Language { get; init; }

    public ImmutableHashSet<int> FavoriteRooms { get; init; } = [];

    public ImmutableHashSet<int> WatchedRooms { get; init; } = [];

    /// <summary>Whether others' changes are told as toasts; the outcome of one's own acts always is.</summary>
    public bool NotificationsEnabled { get; init; } = true;

    /// <summary>Whether every change on the campus is told; counts for administrators only.</summary>
    public bool CampusNotifications { get; init; }

    /// <summary>Campus times between which nothing is told; null for none. May run over midnight.</summary>
    public (TimeOnly From, TimeOnly To)? QuietHours { get; init; }
}
