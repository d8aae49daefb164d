namespace RoomMonitor.Web.Rooms;

/// <summary>How a countdown is written.</summary>
public enum CountdownForm
{
    /// <summary>"free in 48 min", "taken rest of the day"</summary>
    FreeIn,

    /// <summary>"free for 2 h 18 min", "free rest of the day", "free all day" from 24 hours on.</summary>
    FreeFor,

    /// <summary>"8 min", "rest of the day", as in tables.</summary>
    Today,

    /// <summary>"8 min", "16 h 28 min", "2 d 3 h".</summary>
    Brief,
}
