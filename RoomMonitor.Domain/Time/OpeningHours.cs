namespace RoomMonitor.Domain.Time;

/// <summary>The hours in which rooms are offered. Who asks for another time by himself gets it.</summary>
public static class OpeningHours
{
    /// <summary>The hour at which they begin.</summary>
    public const int FirstHour = 7;

    /// <summary>The hour at which they end.</summary>
    public const int LastHour = 21;

    public static readonly TimeOnly Opens = new(FirstHour, 0);

    public static readonly TimeOnly Closes = new(LastHour, 0);

    public static TimeSlot Of(CampusCalendar calendar, DateOnly date) =>
        new(calendar.InstantOf(date, Opens), calendar.InstantOf(date, Closes));
}
