using System.Collections.Immutable;
using Fluxor;
using RoomMonitor.Data.Profiles;

namespace RoomMonitor.Web.Features.Profile;

/// <summary>What the user does shows at once; what could not be saved is taken back.</summary>
public static class ProfileReducers
{
    [ReducerMethod]
    public static ProfileState OnLoaded(ProfileState state, ProfileLoaded action) => action.Profile is not { } profile
        ? ProfileState.Anonymous
        : state with
        {
            IsLoaded = true,
            UserId = profile.UserId,
            Theme = profile.Theme,
            Language = profile.Language,
            FavoriteRooms = [.. profile.FavoriteRooms],
            WatchedRooms = [.. profile.WatchedRooms],
            NotificationsEnabled = profile.NotificationsEnabled,
            CampusNotifications = profile.CampusNotifications,
            QuietHours = profile.QuietHours,
        };

    [ReducerMethod]
    public static ProfileState OnFavoriteToggled(ProfileState state, FavoriteToggled action) =>
        state is { IsLoaded: true, IsSignedIn: true } ? state with { FavoriteRooms = Toggled(state.FavoriteRooms, action.RoomId) } : state;

    [ReducerMethod]
    public static ProfileState OnWatchToggled(ProfileState state, WatchToggled action) =>
        state is { IsLoaded: true, IsSignedIn: true } ? state with { WatchedRooms = Toggled(state.WatchedRooms, action.RoomId) } : state;

    [ReducerMethod]
    public static ProfileState OnFavoriteNotSaved(ProfileState state, FavoriteNotSaved action) =>
        state with { FavoriteRooms = With(state.FavoriteRooms, action.RoomId, action.IsFavorite) };

    [ReducerMethod]
    public static ProfileState OnWatchNotSaved(ProfileState state, WatchNotSaved action) =>
        state with { WatchedRooms = With(state.WatchedRooms, action.RoomId, action.IsWatched) };

    [ReducerMethod]
    public static ProfileState OnChanged(ProfileState state, ProfileChanged action) =>
        state is { IsLoaded: true, IsSignedIn: true } ? Changed(state, action.Patch) : state;

    [ReducerMethod]
    public static ProfileState OnNotSaved(ProfileState state, ProfileNotSaved action) => state with
    {
        Theme = action.Saved.Theme,
        Language = action.Saved.Language,
        NotificationsEnabled = action.Saved.NotificationsEnabled,
        CampusNotifications = action.Saved.CampusNotifications,
        QuietHours = action.Saved.QuietHours,
    };

    internal static ProfileState Changed(ProfileState state, ProfilePatch patch) => state with
    {
        Theme = patch.Theme ?? state.Theme,
        Language = patch.Language is null ? state.Language : patch.Language.Length == 0 ? null : patch.Language,
        NotificationsEnabled = patch.NotificationsEnabled ?? state.NotificationsEnabled,
        CampusNotifications = patch.CampusNotifications ?? state.CampusNotifications,
        QuietHours = patch.ChangesQuietHours ? patch.QuietHours : state.QuietHours,
    };

    internal static ImmutableHashSet<int> With(ImmutableHashSet<int> rooms, int roomId, bool isIn) => isIn ? rooms.Add(roomId) : rooms.Remove(roomId);

    private static ImmutableHashSet<int> Toggled(ImmutableHashSet<int> rooms, int roomId) => With(rooms, roomId, !rooms.Contains(roomId));
}
