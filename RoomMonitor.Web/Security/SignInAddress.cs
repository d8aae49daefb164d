namespace RoomMonitor.Web.Security;

/// <summary>Where people sign in.</summary>
internal static class SignInAddress
{
    /// <summary>Relative to the base address, as all links are.</summary>
    public const string Page = "account/sign-in";

    public const string Path = $"/{Page}";

    /// <summary>The query parameter that says where to go back to.</summary>
    public const string ReturnUrl = "returnUrl";
}
