namespace RoomMonitor.Web.Realtime;

/// <summary>The wire's <c>event_type</c>.</summary>
public enum RoomChangeKind
{
    Created,
    Confirmed,
    Cancelled,
    Deleted,
    Updated,

    /// <summary>The passing of time, or a change of the room itself.</summary>
    StatusChanged,
}
