using System.Collections.Immutable;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>What a screen said about itself.</summary>
public sealed record KioskReport
{
    /// <summary>When it arrived; UTC, real.</summary>
    public required DateTime At { get; init; }

    /// <summary>What it shows, such as <c>/kiosk/rooms/12</c>.</summary>
    public required string Page { get; init; }

    public required string Version { get; init; }

    /// <summary>In CSS pixels.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>How far its own clock is ahead of the server's.</summary>
    public required int SkewMilliseconds { get; init; }

    /// <summary>How old its news are; null where it has none.</summary>
    public required int? DataAgeMilliseconds { get; init; }

    public required KioskConnection Connection { get; init; }

    /// <summary>From commit to pixel, as it measured the last changes that it showed.</summary>
    public required ImmutableArray<int> FreshnessMilliseconds { get; init; }

    /// <summary>How many changes it has missed.</summary>
    public required int Unseen { get; init; }
}
