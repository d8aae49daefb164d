namespace RoomMonitor.Web.Api.Contracts;

/// <summary>Who a reservation belongs to; only for those who may see it.</summary>
public sealed record WireUser(int Id, string Username);
