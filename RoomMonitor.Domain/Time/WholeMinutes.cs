namespace RoomMonitor.Domain.Time;

/// <summary>Instants on the minute, as people write times.</summary>
public static class WholeMinutes
{
    /// <summary>The minute that runs at an instant.</summary>
    public static DateTime AtOrBefore(DateTime instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMinute));

    public static DateTime AtOrAfter(DateTime instant) => AtOrBefore(instant.AddTicks(TimeSpan.TicksPerMinute - 1));
}
