namespace RoomMonitor.Data.Kiosks;

/// <summary>A screen and the token that it holds from now on.</summary>
public sealed record KioskPairing(KioskDevice Device, string Token);
