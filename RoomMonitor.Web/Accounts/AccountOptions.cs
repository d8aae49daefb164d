using System.ComponentModel.DataAnnotations;

namespace RoomMonitor.Web.Accounts;

/// <summary>Section <c>Accounts</c>.</summary>
public sealed class AccountOptions
{
    /// <summary>
    /// Where the keys that sign cookies and tokens lie; <c>data/keys</c> when empty. Servers behind one load balancer share one folder.
    /// </summary>
    public string KeyFolder { get; init; } = "";

    /// <summary>A certificate (PKCS #12, or PEM with its key) that the keys on disk are encrypted for; see <see cref="Accounts.KeyCertificate"/>.</summary>
    public string KeyCertificate { get; init; } = "";

    public string KeyCertificatePassword { get; init; } = "";

    /// <summary>How long somebody who does nothing stays signed in to the pages.</summary>
    [Range(1, 24 * 90)]
    public int SessionHours { get; init; } = 12;

    /// <summary>After how long somebody signs in to the pages again, whatever he does meanwhile; open pages end too.</summary>
    [Range(1, 24 * 90)]
    public int AbsoluteSessionHours { get; init; } = 12;

    /// <summary>How long an access token lasts.</summary>
    [Range(1, 24 * 60)]
    public int AccessTokenMinutes { get; init; } = 15;

    /// <summary>How long a refresh token lasts that isn't used; each is for one use, and gives the next one.</summary>
    [Range(1, 365)]
    public int RefreshTokenDays { get; init; } = 7;

    /// <summary>After how long a program logs in again, however regularly it refreshes its tokens.</summary>
    [Range(1, 3650)]
    public int AbsoluteTokenDays { get; init; } = 90;
}
