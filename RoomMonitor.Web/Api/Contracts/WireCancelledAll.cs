namespace RoomMonitor.Web.Api.Contracts;

/// <summary>What came of cancelling all of somebody's reservations.</summary>
/// <param name="Cancelled">How many.</param>
/// <param name="Ids">Which, by start.</param>
public sealed record WireCancelledAll(int Cancelled, IReadOnlyList<int> Ids);
