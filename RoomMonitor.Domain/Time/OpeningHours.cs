namespace RoomMonitor.Domain.Time;

/// <summary>The hours in which rooms are offered. Who asks for another time by himself gets it.</summary>
public static class OpeningHours
{
    public static readonly TimeOnly Opens = new(7, 0);

    public static readonly TimeOnly Closes = new(21, 0);

    public static TimeSlot Of(CampusCalendar calendar, DateOnly date) =>
        new(calendar.InstantOf(date, Opens), calendar.InstantOf(date, Closes));
}
