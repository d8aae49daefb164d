using System.Security.Claims;

namespace RoomMonitor.Web.Security;

/// <summary>
/// One line for what was refused for want of a right (401, 403), so that somebody who tries doors is seen: some for each minute, and how many there
/// were besides, so that nobody fills the log. Sign-ins have a line of their own.
/// </summary>
internal sealed class Refusals(SecurityLog log, TimeProvider time)
{
    private const int LinesAMinute = 20;

    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private static readonly PathString[] _signIns = [SignInAddress.Path, "/api/auth/login"];

    private readonly Lock _gate = new();
    private long _since = time.GetTimestamp();
    private int _lines;
    private int _untold;

    /// <summary>Around everything, but for what a proxy says of the address.</summary>
    public async Task NoticeAsync(HttpContext context, RequestDelegate next)
    {
        // Error pages are other addresses.
        var (method, path) = (context.Request.Method, context.Request.Path);
        await next(context);
        if (context.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
            && !Array.Exists(_signIns, signIn => path.StartsWithSegments(signIn))
            && Count() is { } untold)
        {
            var who = context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId ? $"user {userId}" : "nobody";
            log.Refused(method, path, context.Response.StatusCode, who, context.Connection.RemoteIpAddress, untold);
        }
    }

    /// <summary>How many went untold before this one; null where it isn't told either.</summary>
    private int? Count()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            if (time.GetElapsedTime(_since, now) >= _minute)
            {
                (_since, _lines) = (now, 0);
            }

            if (_lines >= LinesAMinute)
            {
                _untold++;
                return null;
            }

            _lines++;
            var untold = _untold;
            _untold = 0;
            return untold;
        }
    }
}
