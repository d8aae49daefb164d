namespace RoomMonitor.Web.State.Rooms;

/// <summary>The room that becomes free first.</summary>
/// <param name="Minutes">Whole minutes until then, rounded up, when the statistics were taken.</param>
public sealed record NextToEnd(string RoomName, DateTime At, int Minutes);
