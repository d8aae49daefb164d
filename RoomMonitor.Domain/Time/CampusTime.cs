namespace RoomMonitor.Domain.Time;

/// <summary>The key of the campus's <see cref="TimeProvider"/> in the service collection: real time, or the shifted one.</summary>
public static class CampusTime
{
    public const string Key = "campus";
}
