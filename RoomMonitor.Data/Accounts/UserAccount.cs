using Microsoft.AspNetCore.Identity;

namespace RoomMonitor.Data.Accounts;

/// <summary>Somebody who may sign in, and what he has chosen.</summary>
public sealed class UserAccount : IdentityUser<int>
{
    public ThemePreference Theme { get; set; }

    public bool NotificationsEnabled { get; set; } = true;

    public bool EmailReminders { get; set; }

    /// <summary>Told of every change on the campus; counts for administrators only.</summary>
    public bool CampusNotifications { get; set; }

    /// <summary>A language of the pages (<c>en</c>, <c>de</c>); null for what the browser says.</summary>
    public string? Language { get; set; }

    /// <summary>Campus time from which nothing is told; null together with <see cref="QuietTo"/>.</summary>
    public TimeOnly? QuietFrom { get; set; }

    /// <summary>Campus time until which nothing is told; before <see cref="QuietFrom"/> where midnight lies between.</summary>
    public TimeOnly? QuietTo { get; set; }
}
