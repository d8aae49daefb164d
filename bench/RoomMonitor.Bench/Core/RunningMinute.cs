namespace RoomMonitor.Bench.Core;

/// <summary>A booking may start in the running minute only, by the clock of the server, which runs on this machine.</summary>
public static class RunningMinute
{
    /// <summary>Waits for the next one where this one is about to end, so that the server is still in it when the request arrives.</summary>
    public static Task AwaitAsync()
    {
        var left = TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(DateTime.UtcNow.Ticks % TimeSpan.TicksPerMinute);
        return left < TimeSpan.FromMilliseconds(250) ? Task.Delay(left + TimeSpan.FromMilliseconds(20)) : Task.CompletedTask;
    }

    /// <summary>UTC.</summary>
    public static DateTime Start()
    {
        var now = DateTime.UtcNow;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
    }
}
