namespace RoomMonitor.Bench.Kiosks;

/// <summary>A change that was asked for over REST.</summary>
/// <param name="Status">What the room's screens show from then on.</param>
/// <param name="SentAt">A stamp of <see cref="System.Diagnostics.Stopwatch"/>.</param>
internal sealed record RoomTurn(string Status, long SentAt, long AnsweredAt);
