namespace RoomMonitor.Web.Api;

/// <summary>Section <c>Privacy</c>.</summary>
public sealed class PrivacyOptions
{
    /// <summary>Everybody sees purpose and owner of each reservation over REST, not only its owner and administrators.</summary>
    public bool PublicDetails { get; init; }
}
