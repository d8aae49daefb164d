namespace RoomMonitor.Web.Api.Contracts;

/// <summary>Whose reservations are cancelled, and from when to when they begin.</summary>
public sealed record WireCancelRequest(int UserId, DateTime From, DateTime To);
