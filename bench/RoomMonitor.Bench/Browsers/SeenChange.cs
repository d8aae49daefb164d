namespace RoomMonitor.Bench.Browsers;

/// <summary>One change of a card in a real browser, as PixelWatch.js saw it; both times on the page's clock, in milliseconds.</summary>
/// <param name="Until">The instant that the card counts down to from then on.</param>
/// <param name="Changed">When the document had changed.</param>
/// <param name="Shown">When the next frame after the painted one began; 0 where it hasn't.</param>
internal sealed record SeenChange(int Room, string Until, double Changed, double Shown);
