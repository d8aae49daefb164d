using System.ComponentModel.DataAnnotations;

namespace RoomMonitor.Web.Sockets.Circuits;

/// <summary>Section <c>Circuits</c>: the live connections of pages, each with what the server keeps for it, a MiB at most.</summary>
public sealed class CircuitLimitOptions
{
    private const int Least = 64;
    private const int Most = 20_000;
    private const int BytesEach = 1024 * 1024;
    private const int MemoryParts = 2;

    /// <summary>
    /// Pages that are live at the same time, those included whose reader may come back within two minutes. Null: as many as half of the memory
    /// that the process may use has room for.
    /// </summary>
    [Range(1, 1_000_000)]
    public int? MaxOpen { get; init; }

    /// <summary>How many of them one address may have (of IPv6: one /64), three quarters of all at most. A whole campus may sit behind one address.</summary>
    [Range(1, 1_000_000)]
    public int MaxOpenPerAddress { get; init; } = 1_024;

    public int Total => MaxOpen ?? (int)Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / MemoryParts / BytesEach, Least, Most);
}
