namespace RoomMonitor.Web.Components.Account;

/// <summary>What the sign-in page sends.</summary>
public sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }
}
