using System.ComponentModel.DataAnnotations;

namespace RoomMonitor.Web.Security;

/// <summary>Section <c>RateLimits</c>. In real time, whatever the campus clock shows.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Requests a minute to <c>/api</c> for each user, or address when not signed in; the status of all rooms is not counted.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; init; } = 300;

    /// <summary>
    /// Pages a minute that are made anew for one address while nobody there is signed in; what is held for all isn't counted.
    /// </summary>
    [Range(1, 1_000_000)]
    public int PagesPerMinute { get; init; } = 600;

    /// <summary>Acts a minute of one registered screen: nobody books faster at a door.</summary>
    [Range(1, 1_000_000)]
    public int KioskActsPerMinute { get; init; } = 30;

    /// <summary>
    /// Failed logins a minute from one address, of whichever accounts; further ones are refused unheard, but for browsers in which that account
    /// has signed in before. Successful ones don't count. Those of one account from one address are slowed long before.
    /// </summary>
    [Range(1, 1_000_000)]
    public int FailedLoginsPerMinute { get; init; } = 100;
}
