using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Realtime;

/// <summary>
/// The campus's time: real time, shifted where <c>Clock:StartAt</c> lets the whole campus live at another time. Registered as the
/// keyed <see cref="TimeProvider"/> <see cref="CampusTime.Key"/>; cookies, tokens and rate limits stay on the real one.
/// </summary>
public sealed class CampusClock(TimeProvider real, DateTimeOffset? startAt) : TimeProvider
{
    private readonly TimeSpan _shift = startAt is { } start ? start - real.GetUtcNow() : TimeSpan.Zero;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + _shift;

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
