namespace RoomMonitor.Web.Features.Profile;

/// <summary>The user put a room among the favourites, or took it away.</summary>
public sealed record FavoriteToggled(int RoomId);
