using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Data.Profiles;

/// <summary>How a user wants to see pages.</summary>
/// <param name="Language">A language of the pages (<c>en</c>, <c>de</c>); null for what the browser says.</param>
public sealed record Appearance(ThemePreference Theme, string? Language);
