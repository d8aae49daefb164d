namespace RoomMonitor.Web.Rooms;

/// <summary>How a hold lies to the present.</summary>
public enum DayStripBlockTime
{
    Past,
    Current,
    Coming,
}
