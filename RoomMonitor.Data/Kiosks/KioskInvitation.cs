namespace RoomMonitor.Data.Kiosks;

/// <summary>A screen and the code of the one-time link that makes it one.</summary>
public sealed record KioskInvitation(KioskDevice Device, string Code);
