using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Web.Accounts;

/// <summary>What came of a login: a user, or none; and how long to wait where this address has failed too often.</summary>
internal readonly record struct LoginResult(UserAccount? User, TimeSpan? RetryAfter)
{
    /// <summary>One answer for an unknown name, a wrong password and a locked account, so that none of them can be told from the others.</summary>
    public const string RefusedText = "The e-mail or the password is wrong, or the account is locked.";
}
