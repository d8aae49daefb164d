namespace RoomMonitor.Data.Sessions;

public enum SessionKind
{
    /// <summary>A browser on the pages, which holds a cookie.</summary>
    Pages,

    /// <summary>A program that holds an access token and a refresh token.</summary>
    Tokens,
}
