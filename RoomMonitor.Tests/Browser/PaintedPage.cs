namespace RoomMonitor.Tests.Browser;

/// <summary>A screen's page as the server paints it.</summary>
/// <param name="Name">What it shows, for who reads a failure.</param>
/// <param name="Script">Its module in js/kiosk.</param>
internal sealed record PaintedPage(string Name, string Script, string Html);
