namespace RoomMonitor.Web.Features.Profile;

/// <summary>A favourite could not be saved.</summary>
/// <param name="IsFavorite">As the database has it.</param>
public sealed record FavoriteNotSaved(int RoomId, bool IsFavorite);
