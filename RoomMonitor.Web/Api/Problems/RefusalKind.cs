namespace RoomMonitor.Web.Api.Problems;

/// <summary>Why something that was asked for isn't done. A program gets a status and words for it, a page has its own words.</summary>
public enum RefusalKind
{
    /// <summary>It can't be asked for at all.</summary>
    Invalid,

    SignedOut,
    NotAllowed,

    /// <summary>What it is about is no longer there, or never was.</summary>
    Gone,

    /// <summary>Another reservation holds the room.</summary>
    Taken,

    /// <summary>The room is closed.</summary>
    Closed,

    /// <summary>Something is in the way of some occurrences.</summary>
    SeriesTaken,

    /// <summary>A transition that a reservation refuses.</summary>
    NotChangeable,

    /// <summary>The reservation went to another room in the same moment.</summary>
    MovedMeanwhile,

    /// <summary>The request key stands for something else.</summary>
    KeyUsed,

    /// <summary>The limit of bookings within an hour is met.</summary>
    TooMany,

    /// <summary>The database is locked: the same request may succeed a moment later.</summary>
    Busy,

    /// <summary>On a socket: no message.</summary>
    BadJson,

    /// <summary>On a socket: a message that nobody knows.</summary>
    UnknownType,
}
