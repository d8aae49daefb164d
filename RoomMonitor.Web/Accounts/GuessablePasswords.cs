using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Web.Accounts;

/// <summary>
/// Refuses a new password that is guessed early: zxcvbn (Wheeler) knows the common ones, words, names, dates and rows of keys, and how
/// people put them together. Its lists lie in the program; nobody is asked.
/// </summary>
internal sealed class GuessablePasswords(IOptions<CampusOptions> campus) : IPasswordValidator<UserAccount>
{
    public const string Code = "PasswordGuessable";

    /// <summary>Of 0 to 4: what is found in days by somebody who tries as fast as a stolen hash allows is too weak.</summary>
    private const int LowestScore = 3;

    /// <summary>The time that it takes grows with the square; whoever writes more is beyond guessing.</summary>
    private const int LongestChecked = 100;

    /// <summary>With its lists, some MB: only where somebody chooses a password.</summary>
    private static readonly Lazy<Zxcvbn.Zxcvbn> _estimator = new(() => new());

    public Task<IdentityResult> ValidateAsync(UserManager<UserAccount> manager, UserAccount user, string? password)
    {
        var isGuessable = !string.IsNullOrEmpty(password)
            && _estimator.Value.EvaluatePassword(password.Length > LongestChecked ? password[..LongestChecked] : password, Near(user)).Score < LowestScore;
        return Task.FromResult(isGuessable ? IdentityResult.Failed(Refusal) : IdentityResult.Success);
    }

    private static IdentityError Refusal { get; } = new()
    {
        Code = Code,
        Description = "This password is guessed early: it is a common one, or made of common words, names, dates or rows of keys. "
            + "Take some words that have nothing to do with each other.",
    };

    /// <summary>What somebody would try first who knows whose password it is.</summary>
    private IEnumerable<string> Near(UserAccount user) =>
        new[] { user.UserName, user.Email, campus.Value.Name, "RoomMonitor" }
            .OfType<string>()
            .SelectMany(text => text.Split([' ', '@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Append(text));
}
