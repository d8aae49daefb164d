namespace RoomMonitor.Web.Wire;

/// <summary>Which reservation to confirm.</summary>
public sealed record WireConfirmRequest(int Id);
