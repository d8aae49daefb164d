namespace RoomMonitor.Web.Rooms;

/// <summary>A labelled hour of the campus clock on a day strip.</summary>
/// <param name="At">Percent of the strip.</param>
public sealed record DayStripTick(int Hour, double At);
