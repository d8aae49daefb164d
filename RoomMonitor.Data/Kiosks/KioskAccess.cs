namespace RoomMonitor.Data.Kiosks;

/// <summary>What a registered screen may act upon: what holds one of its rooms.</summary>
public sealed record KioskAccess(int DeviceId, IReadOnlyCollection<int> RoomIds);
