using System.Globalization;

namespace RoomMonitor.Domain.Time;

/// <summary>
/// The campus's own time zone: turns UTC instants into what its clocks show and back, also on the days of 23 and 25 hours.
/// </summary>
public sealed class CampusCalendar(TimeZoneInfo timeZone)
{
    public TimeZoneInfo TimeZone { get; } = timeZone;

    /// <summary>The calendar of an IANA time zone name such as <c>Europe/Lisbon</c>.</summary>
    /// <exception cref="TimeZoneNotFoundException">No such time zone.</exception>
    public static CampusCalendar Of(string timeZone) => new(TimeZoneInfo.FindSystemTimeZoneById(timeZone));

    /// <summary>What the campus clocks show at an instant (kind unspecified).</summary>
    public DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZone);

    public DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    public string TimeOfDay(DateTime utc) => ToLocal(utc).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The campus day as a slot: 23, 24 or 25 hours.</summary>
    public TimeSlot Day(DateOnly date) => new(StartOf(date), StartOf(date.AddDays(1)));

    public TimeSlot DayOf(DateTime utc) => Day(DateOf(utc));

    /// <summary>The first instant of a campus day, where midnight itself may be skipped by the clock.</summary>
    public DateTime StartOf(DateOnly date) => InstantOf(date, TimeSpan.Zero);

    /// <summary>
    /// The instant at which the clocks show a time of a campus day: the earlier one where they show it twice, the first one after the
    /// jump where they skip it.
    /// </summary>
    /// <param name="time">24:00 is the end of the day.</param>
    public DateTime InstantOf(DateOnly date, TimeSpan time)
    {
        var local = date.ToDateTime(TimeOnly.MinValue) + time;
        DateTime utc;
        while (!TryToUtc(local, out utc))
        {
            // Clocks are set forward on the full minute.
            local = WholeMinutes.AtOrBefore(local).AddMinutes(1);
        }

        return utc;
    }

    /// <summary>
    /// The instant at which the campus clocks show a local time. A time that the clock repeats is the earlier instant; one that it
    /// skips is none (false).
    /// </summary>
    public bool TryToUtc(DateTime local, out DateTime utc)
    {
        // TimeZoneInfo.IsInvalidTime and IsAmbiguousTime miss the jumps of zones whose summer time is their standard time
        // (Europe/Dublin, Africa/Casablanca), so the two offsets around are tried. The greater one is the earlier instant.
        var asUtc = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var before = TimeZone.GetUtcOffset(asUtc.AddDays(-1));
        var after = TimeZone.GetUtcOffset(asUtc.AddDays(1));
        utc = asUtc - (before > after ? before : after);
        if (ToLocal(utc) == local)
        {
            return true;
        }

        utc = asUtc - (before > after ? after : before);
        return ToLocal(utc) == local;
    }

    /// <summary>
    /// As <see cref="TryToUtc"/>, and for a time that the clock skips what RFC 5545 (3.3.5) makes of it: had it not been set forward yet.
    /// Such an instant names an occurrence of a series; nothing takes place at it.
    /// </summary>
    public DateTime ByRfc5545(DateTime local) => TryToUtc(local, out var utc)
        ? utc
        : DateTime.SpecifyKind(local - TimeZone.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Utc).AddDays(-1)), DateTimeKind.Utc);

    /// <summary>Whether the campus clocks show a local time twice.</summary>
    public bool IsRepeated(DateTime local)
    {
        var asUtc = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var before = TimeZone.GetUtcOffset(asUtc.AddDays(-1));
        var after = TimeZone.GetUtcOffset(asUtc.AddDays(1));
        return before != after && ToLocal(asUtc - before) == local && ToLocal(asUtc - after) == local;
    }
}
