namespace RoomMonitor.Web.Api.Contracts;

/// <summary>What came of a toggle.</summary>
/// <param name="Message">For people.</param>
public sealed record WireFavorite(string Message, bool IsFavorited, int RoomId);
