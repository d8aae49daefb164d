using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>The board was read as a whole: at the start of the feed and at each resynchronisation.</summary>
/// <param name="At">The campus instant of reading.</param>
public sealed record RoomsLoaded(OccupancySnapshot Snapshot, DateTime At);
