namespace RoomMonitor.Web.Security;

/// <summary>Section <c>Security</c>.</summary>
public sealed class SecurityOptions
{
    /// <summary>
    /// Whether people may sign in over plain http from other machines, outside Development too: for a lab without certificates. Cookies then go over http
    /// as well, where anybody on the way can take them.
    /// </summary>
    public bool AllowPlainHttp { get; init; }
}
