namespace RoomMonitor.Web.Api.Contracts;

/// <summary>Whose token it is.</summary>
public sealed record WireAccount(int Id, string Username, string? Email, IReadOnlyList<string> Roles);
