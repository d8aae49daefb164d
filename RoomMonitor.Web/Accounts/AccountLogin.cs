using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Identity;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Web.Security;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Accounts;

/// <summary>Checks name and password, for the API and the sign-in page alike.</summary>
internal sealed partial class AccountLogin(
    UserManager<UserAccount> users,
    SignInManager<UserAccount> signIn,
    IPasswordHasher<UserAccount> hasher,
    ILookupNormalizer normalizer,
    SignInThrottle throttle,
    FailedLogins failures,
    KnownBrowsers browsers,
    SignInFailureWriter failed,
    SecurityLog log,
    ILogger<AccountLogin> logger)
{
    private static readonly UserAccount _nobody = new();

    /// <summary>A hash of no password, made by the same hasher, to spend as much time on as on a real one.</summary>
    private static string? _nobodysHash;

    public async Task<LoginResult> CheckAsync(HttpContext context, string name, string password)
    {
        var address = context.Connection.RemoteIpAddress;
        var user = await users.FindByNameAsync(name) ?? await users.FindByEmailAsync(name);
        var account = user?.Id.ToString(CultureInfo.InvariantCulture) ?? $"name {normalizer.NormalizeName(name)}";
        var isKnown = browsers.Of(context) is { } browser && browser.UserId == user?.Id;
        var place = isKnown ? $"browser {browsers.Of(context)!.Value.Browser}" : ClientAddress.Of(context).ToString();
        if (WaitOf() is { } wait)
        {
            return new LoginResult(null, wait);
        }

        if (await IsRightAsync(user, password))
        {
            // Others from there may have failed meanwhile: of many guesses sent at once, none beyond the limit learns its outcome.
            if (WaitOf() is { } late)
            {
                return new LoginResult(null, late);
            }

            throttle.Succeed(account, place);
            log.SignedIn(user!.Id, address);
            return new LoginResult(user, null);
        }

        var retryAfter = Longest(throttle.Fail(account, place), isKnown ? null : failures.Fail(address));
        if (retryAfter is not null)
        {
            LogTooMany(address);
        }

        log.SignInRefused(name, address);
        if (user is not null)
        {
            failed.Add(user.Id, address);
        }

        return new LoginResult(null, retryAfter);

        TimeSpan? WaitOf() => Longest(throttle.WaitOf(account, place), isKnown ? null : failures.WaitOf(address));
    }

    private static TimeSpan? Longest(TimeSpan? one, TimeSpan? other) => one > other || other is null ? one : other;

    private async Task<bool> IsRightAsync(UserAccount? user, string password)
    {
        if (user?.PasswordHash is null || await users.IsLockedOutAsync(user))
        {
            // The framework answers these without hashing, so that the time would tell them from a wrong password.
            _nobodysHash ??= hasher.HashPassword(_nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(_nobody, _nobodysHash, password);
            return false;
        }

        // Only administrators lock accounts: were it done by failures, anybody could lock out anybody.
        return (await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: false)).Succeeded;
    }

    [LoggerMessage(EventId = 401, Level = LogLevel.Warning, Message = "Too many failed logins from {Address}")]
    private partial void LogTooMany(IPAddress? address);
}
