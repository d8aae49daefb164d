namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>How an entry lies to the present.</summary>
public enum EntryTime
{
    Past,
    Current,
    Coming,
}
