namespace RoomMonitor.Bench.Fuzz;

/// <summary>A request that nobody would make.</summary>
/// <param name="Target">Path and query, in ASCII.</param>
internal sealed record FuzzRequest(string Method, string Target, string ContentType, byte[] Body);
