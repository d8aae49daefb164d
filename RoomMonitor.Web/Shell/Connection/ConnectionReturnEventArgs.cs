namespace RoomMonitor.Web.Shell.Connection;

/// <summary>What js/connection.js says when the page is live again.</summary>
public sealed class ConnectionReturnEventArgs : EventArgs
{
    /// <summary>The campus instant up to which the page was true, in milliseconds since 1970.</summary>
    public long Since { get; set; }
}
