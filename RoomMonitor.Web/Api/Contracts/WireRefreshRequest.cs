namespace RoomMonitor.Web.Api.Contracts;

/// <summary>The refresh token of an earlier answer.</summary>
public sealed record WireRefreshRequest(string Refresh);
