namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>A code for a screen that waits, and the secret by which it asks whether somebody typed it.</summary>
public sealed record KioskCodeOffer(string Code, string Secret);
