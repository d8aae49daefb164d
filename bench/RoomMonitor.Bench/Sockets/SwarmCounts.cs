namespace RoomMonitor.Bench.Sockets;

/// <summary>What happened in a swarm so far.</summary>
/// <param name="Failed">Never opened.</param>
/// <param name="ClosedEarly">Opened, and ended by the server or the network.</param>
/// <param name="Messages">Received in all, control frames not counted.</param>
/// <param name="Gaps">Messages that came after others which didn't (by sequence).</param>
/// <param name="OutOfOrder">Messages that were older than, or the same as, one received before on their connection.</param>
/// <param name="Reasons">Why sockets failed or were closed early, with how many of each.</param>
public sealed record SwarmCounts(int Open, int Failed, int ClosedEarly, long Messages, long Gaps, long OutOfOrder, IReadOnlyDictionary<string, int> Reasons);
