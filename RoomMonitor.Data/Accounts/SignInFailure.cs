namespace RoomMonitor.Data.Accounts;

/// <summary>Somebody tried to sign in as this user, and didn't know the password. The user sees it; nobody is locked out by it.</summary>
public sealed class SignInFailure
{
    public const int MaximumAddressLength = 64;

    public int Id { get; init; }

    public required int UserId { get; init; }

    /// <summary>In real time.</summary>
    public required DateTime At { get; init; }

    /// <summary>Whence, as an IP address; empty where that is unknown.</summary>
    public required string Address { get; init; }
}
