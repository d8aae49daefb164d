using System.ComponentModel.DataAnnotations;

namespace RoomMonitor.Web.Hosting.Demo;

/// <summary>Section <c>Demo</c>; Development only.</summary>
public sealed class DemoOptions
{
    /// <summary>An empty database becomes the demo campus at start.</summary>
    public bool Seed { get; init; }

    /// <summary>Bookings, confirmations and cancellations keep it alive.</summary>
    public bool Simulate { get; init; }

    /// <summary>Seconds between two acts of the simulation, on average.</summary>
    [Range(0.1, 3_600)]
    public double SimulateEverySeconds { get; init; } = 4;
}
