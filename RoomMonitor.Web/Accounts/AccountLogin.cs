using System.Net;
using Microsoft.AspNetCore.Identity;
using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Web.Accounts;

/// <summary>Checks name and password, for the API and the sign-in page alike.</summary>
internal sealed partial class AccountLogin(
    UserManager<UserAccount> users,
    SignInManager<UserAccount> signIn,
    IPasswordHasher<UserAccount> hasher,
    FailedLogins failures,
    ILogger<AccountLogin> logger)
{
    private static readonly UserAccount _nobody = new();

    /// <summary>A hash of no password, made by the same hasher, to spend as much time on as on a real one.</summary>
    private static string? _nobodysHash;

    public async Task<LoginResult> CheckAsync(string name, string password, IPAddress? address)
    {
        if (failures.WaitOf(address) is { } wait)
        {
            return new LoginResult(null, wait);
        }

        var user = await FindAsync(name, password);
        if (user is not null)
        {
            // Others from there may have failed meanwhile: of many guesses sent at once, none beyond the limit learns its outcome.
            return failures.WaitOf(address) is { } late ? new LoginResult(null, late) : new LoginResult(user, null);
        }

        var retryAfter = failures.Fail(address);
        if (retryAfter is not null)
        {
            LogTooMany(address);
        }

        return new LoginResult(null, retryAfter);
    }

    private async Task<UserAccount?> FindAsync(string name, string password)
    {
        var user = await users.FindByNameAsync(name) ?? await users.FindByEmailAsync(name);
        if (user?.PasswordHash is null || await users.IsLockedOutAsync(user))
        {
            // The framework answers these without hashing, so that the time would tell them from a wrong password.
            _nobodysHash ??= hasher.HashPassword(_nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(_nobody, _nobodysHash, password);
            return null;
        }

        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        return result.Succeeded ? user : null;
    }

    [LoggerMessage(EventId = 401, Level = LogLevel.Warning, Message = "Too many failed logins from {Address}")]
    private partial void LogTooMany(IPAddress? address);
}
