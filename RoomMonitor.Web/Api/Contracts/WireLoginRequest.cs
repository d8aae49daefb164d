namespace RoomMonitor.Web.Api.Contracts;

/// <summary>Who signs in: <c>email</c> or <c>username</c>, and the password.</summary>
public sealed record WireLoginRequest
{
    public string? Email { get; init; }

    public string? Username { get; init; }

    public required string Password { get; init; }
}
