namespace RoomMonitor.Web.State.Profile;

/// <summary>A favourite could not be saved.</summary>
/// <param name="IsFavorite">As the database has it.</param>
public sealed record FavoriteNotSaved(int RoomId, bool IsFavorite);
