namespace RoomMonitor.Web.Api.Contracts;

/// <summary>Which reservation to confirm.</summary>
public sealed record WireConfirmRequest(int Id);
