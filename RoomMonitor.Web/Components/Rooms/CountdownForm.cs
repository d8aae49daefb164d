namespace RoomMonitor.Web.Components.Rooms;

/// <summary>How a countdown is written.</summary>
public enum CountdownForm
{
    /// <summary>"free in 48 min"</summary>
    FreeIn,

    /// <summary>"free for 2 h 18 min", "free all day" from 24 hours on.</summary>
    FreeFor,

    /// <summary>"8 min", as in tables.</summary>
    Brief,
}
