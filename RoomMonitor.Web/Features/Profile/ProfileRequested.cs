namespace RoomMonitor.Web.Features.Profile;

/// <summary>A circuit has begun: it is time to see whose it is.</summary>
public sealed record ProfileRequested;
