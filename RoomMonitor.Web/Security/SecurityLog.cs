using System.Net;
using RoomMonitor.Domain.Names;

namespace RoomMonitor.Web.Security;

/// <summary>
/// What an operator looks for after an incident: who came in, who was refused, what was paired, taken away or ended. One category, ids that stay, no
/// secrets; what strangers wrote is cut short and can't begin another line.
/// </summary>
public sealed partial class SecurityLog(ILogger<SecurityLog> logger)
{
    private const int LongestName = 100;

    [LoggerMessage(EventId = 901, Level = LogLevel.Information, Message = "User {UserId} signed in from {Address}")]
    public partial void SignedIn(int userId, IPAddress? address);

    public void SignInRefused(string name, IPAddress? address) => LogRefused(Shown(name), address);

    [LoggerMessage(EventId = 903, Level = LogLevel.Information, Message = "User {UserId} signed out")]
    public partial void SignedOut(int userId);

    /// <param name="reason">Why it ended, such as "signed out elsewhere" or "a refresh token was used twice".</param>
    [LoggerMessage(EventId = 904, Level = LogLevel.Information, Message = "A session of user {UserId} was ended: {Reason}")]
    public partial void SessionRevoked(int userId, string reason);

    /// <param name="by">Where the link was opened: pairing needs no account, only the link.</param>
    public void ScreenPaired(int id, string by) => LogPaired(id, Shown(by));

    /// <param name="by">The name of the administrator.</param>
    public void ScreenRevoked(int id, string by) => LogRevoked(id, Shown(by));

    [LoggerMessage(
        EventId = 907, Level = LogLevel.Warning,
        Message = "Requests from {Address} carry X-Forwarded-For, and no proxy is trusted: everybody behind it counts as one address, and as http. Name it in ForwardedHeaders:KnownProxies")]
    public partial void ProxyNotTrusted(IPAddress? address);

    [LoggerMessage(
        EventId = 908, Level = LogLevel.Warning,
        Message = "A sign-in over plain http was refused. Serve https, or put a proxy that does in front and name it in ForwardedHeaders:KnownProxies; a lab can set Security:AllowPlainHttp")]
    public partial void PlainHttpRefused();

    [LoggerMessage(
        EventId = 909, Level = LogLevel.Warning,
        Message = "AllowedHosts is *: any name is taken for this server's. Set it to the names that people use, such as rooms.example.edu")]
    public partial void AnyHostAllowed();

    [LoggerMessage(EventId = 910, Level = LogLevel.Warning, Message = "Others on this machine may read {Path}: {Reason}")]
    public partial void FileIsOpen(string path, string reason);

    /// <param name="who">Such as "user 5".</param>
    /// <param name="untold">How many were refused since the last line without one.</param>
    public void Refused(string method, string? path, int status, string who, IPAddress? address, int untold) =>
        LogNotAllowed(Shown(method), Shown(path ?? ""), status, who, address, untold);

    [LoggerMessage(EventId = 902, Level = LogLevel.Warning, Message = "A sign-in as {Name} from {Address} was refused")]
    private partial void LogRefused(string name, IPAddress? address);

    [LoggerMessage(
        EventId = 911, Level = LogLevel.Information,
        Message = "{Method} {Path} was refused with {Status}: {Who}, from {Address}; {Untold} more were refused since the last line")]
    private partial void LogNotAllowed(string method, string path, int status, string who, IPAddress? address, int untold);

    [LoggerMessage(EventId = 905, Level = LogLevel.Information, Message = "Screen {ScreenId} was paired, by {By}")]
    private partial void LogPaired(int screenId, string by);

    [LoggerMessage(EventId = 906, Level = LogLevel.Information, Message = "Screen {ScreenId} was revoked, by {By}")]
    private partial void LogRevoked(int screenId, string by);

    private static string Shown(string text) => HiddenCharacters.Replaced(text.Length > LongestName ? $"{text[..LongestName]}..." : text, '?');
}
