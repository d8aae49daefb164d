namespace RoomMonitor.Web.Wire;

/// <summary>The refresh token of an earlier answer.</summary>
public sealed record WireRefreshRequest(string Refresh);
