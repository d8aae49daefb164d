namespace RoomMonitor.Bench.Kiosks;

/// <summary>A door panel came to show another status, as DoorWatch.js saw it; both times on the page's clock, in milliseconds.</summary>
/// <param name="Shown">When the next frame after the painted one began; 0 where it hasn't.</param>
internal sealed record SeenTurn(string Status, double Changed, double Shown);
