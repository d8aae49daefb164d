using RoomMonitor.Domain.Time;

namespace RoomMonitor.Domain.Reservations;

/// <summary>
/// At what campus times the occurrences of a series start and end. They stay there over clock changes, so that one may be an hour longer or
/// shorter than the others.
/// </summary>
/// <param name="Nights">How many midnights lie between start and end; 1 for an end at <c>00:00</c> of the next day.</param>
public sealed record SeriesTimes(TimeOnly Start, TimeOnly End, int Nights)
{
    public static SeriesTimes Of(DateTime localStart, DateTime localEnd) =>
        new(TimeOnly.FromDateTime(localStart), TimeOnly.FromDateTime(localEnd), (localEnd.Date - localStart.Date).Days);

    public DateTime StartOn(DateOnly day) => day.ToDateTime(Start);

    public DateTime EndOn(DateOnly day) => day.AddDays(Nights).ToDateTime(End);

    /// <summary>The occurrence of a day; null where the campus clock skips its start or its end.</summary>
    public TimeSlot? On(DateOnly day, CampusCalendar calendar) =>
        calendar.TryToUtc(StartOn(day), out var start) && TryEnd(day, calendar, out var end) ? new TimeSlot(start, end) : null;

    /// <summary>Whether the campus clock shows its start or its end twice on that day. The earlier instant counts.</summary>
    public bool IsRepeatedOn(DateOnly day, CampusCalendar calendar) => calendar.IsRepeated(StartOn(day)) || calendar.IsRepeated(EndOn(day));

    /// <summary>What names an occurrence for good; where the clock skips its start, the instant that RFC 5545 gives it.</summary>
    public DateTime OriginalStartOn(DateOnly day, CampusCalendar calendar) => calendar.ByRfc5545(StartOn(day));

    private bool TryEnd(DateOnly day, CampusCalendar calendar, out DateTime end)
    {
        // A day has an end, even where the clock skips midnight.
        if (End == TimeOnly.MinValue)
        {
            end = calendar.StartOf(day.AddDays(Nights));
            return true;
        }

        return calendar.TryToUtc(EndOn(day), out end);
    }
}
