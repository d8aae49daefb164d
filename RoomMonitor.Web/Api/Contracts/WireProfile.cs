using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>What the caller has chosen.</summary>
/// <param name="Theme">Of the pages; <c>auto</c> is as the device has it.</param>
/// <param name="FavoriteRooms">Ids of rooms.</param>
/// <param name="NotificationsEnabled">Whether the pages tell of others' changes to rooms that are watched.</param>
/// <param name="EmailReminders">Kept for clients that know it: this server sends no mail.</param>
public sealed record WireProfile(ThemePreference Theme, IReadOnlyList<int> FavoriteRooms, bool NotificationsEnabled, bool EmailReminders);
