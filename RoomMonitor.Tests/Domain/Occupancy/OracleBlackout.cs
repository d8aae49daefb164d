namespace RoomMonitor.Tests.Domain.Occupancy;

/// <summary>A blackout as plain data.</summary>
public sealed record OracleBlackout(DateTime Start, DateTime End)
{
    public override string ToString() => $"closed {Start:s} - {End:s}";
}
