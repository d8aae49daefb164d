namespace RoomMonitor.Domain.Time;

/// <summary>The hours in which rooms are offered. Who asks for another time by himself gets it.</summary>
public static class OpeningHours
{
    /// <summary>The hour at which they begin.</summary>
    public const int FirstHour = 7;

    /// <summary>The hour at which they end.</summary>
    public const int LastHour = 21;

    public static TimeSlot Of(CampusCalendar calendar, DateOnly date) =>
        new(calendar.InstantOf(date, TimeSpan.FromHours(FirstHour)), calendar.InstantOf(date, TimeSpan.FromHours(LastHour)));

    /// <summary>The hours of the clock that are named beside them: each second one, each fourth one.</summary>
    public static IEnumerable<int> Each(int hours) =>
        Enumerable.Range(FirstHour, LastHour - FirstHour + 1).Where(hour => hour % hours == 0);
}
