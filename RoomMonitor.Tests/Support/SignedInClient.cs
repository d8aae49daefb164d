namespace RoomMonitor.Tests.Support;

/// <summary>A client that carries the token of a user.</summary>
public sealed record SignedInClient(int UserId, HttpClient Http);
