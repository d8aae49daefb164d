namespace RoomMonitor.Web.Features.Profile;

/// <summary>That a room is watched, or isn't any more, could not be saved.</summary>
/// <param name="IsWatched">As the database has it.</param>
public sealed record WatchNotSaved(int RoomId, bool IsWatched);
