namespace RoomMonitor.Web.Features.Profile;

/// <summary>The rooms that the reader of a page has marked, as the page itself was written: lists stand in their order from its first paint on.</summary>
public sealed record PageMarks(int UserId, IReadOnlyList<int> FavoriteRooms, IReadOnlyList<int> WatchedRooms);
