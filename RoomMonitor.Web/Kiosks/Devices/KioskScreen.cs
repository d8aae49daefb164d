using RoomMonitor.Data.Kiosks;
using RoomMonitor.Domain.Occupancy;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>A registered screen and what is known of it at the moment.</summary>
/// <param name="Report">Its last one to this server; null where there was none since it was started.</param>
/// <param name="SeenAt">When it was last heard of, by any server.</param>
/// <param name="Streams">How many event streams it listens to on this server.</param>
public sealed record KioskScreen(KioskDevice Device, KioskReport? Report, DateTime? SeenAt, int Streams)
{
    public int Id => Device.Id;

    /// <summary>A report is due each minute, a little late at times: without one that is still believed, and fresh news in it, it isn't live.</summary>
    /// <param name="now">UTC, real.</param>
    /// <param name="unknownAfter">After so long without news screens say "Unknown" themselves: one that was heard of within it may still be right.</param>
    public KioskState StateAt(DateTime now, TimeSpan unknownAfter) =>
        Device.RevokedAt is not null ? KioskState.Revoked
        : Device.TokenHash is null ? KioskState.Waiting
        : SeenAt is null || now - SeenAt > unknownAfter ? KioskState.Silent
        : IsLive(now) ? KioskState.Live
        : KioskState.Reconnecting;

    private bool IsLive(DateTime now) =>
        Report is { Connection: KioskConnection.Live, DataAgeMilliseconds: { } age }
        && now - Report.At <= OccupancyRules.BelievedFor
        && age <= OccupancyRules.BelievedFor.TotalMilliseconds;
}
