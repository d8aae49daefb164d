namespace RoomMonitor.Web.Rooms;

/// <summary>A hold on a day strip.</summary>
/// <param name="Left">Percent of the strip.</param>
/// <param name="Width">Percent of the strip.</param>
public sealed record DayStripBlock(double Left, double Width, DayStripBlockTime Time, bool IsPending);
