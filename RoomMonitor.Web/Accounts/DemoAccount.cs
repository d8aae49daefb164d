namespace RoomMonitor.Web.Accounts;

/// <summary>A user that exists in Development only.</summary>
internal sealed record DemoAccount(string Email, string Role);
