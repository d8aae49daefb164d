namespace RoomMonitor.Web.Api;

/// <summary>Section <c>Cors</c>.</summary>
public sealed class ApiCorsOptions
{
    public const string Policy = "Api";

    /// <summary>Origins such as <c>https://screens.example.edu</c> whose scripts may use the API; <c>*</c> for any.</summary>
    public string[] AllowedOrigins { get; init; } = [];
}
