namespace RoomMonitor.Web.Security;

/// <summary>Section <c>Security</c>.</summary>
public sealed class SecurityOptions
{
    /// <summary>
    /// Whether people may sign in over plain http from other machines, outside Development too: for a lab without certificates. Cookies then go over http
    /// as well, where anybody on the way can take them.
    /// </summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>
    /// Whether browsers are told to come over https to all names below this server's too: only where each of them has it, since browsers remember for a year.
    /// </summary>
    public bool HstsIncludeSubDomains { get; init; }
}
