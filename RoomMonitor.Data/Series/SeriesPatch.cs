using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Series;

/// <summary>What somebody wants changed of several occurrences; null leaves as it is, an empty contact takes it away.</summary>
public sealed record SeriesPatch
{
    public int? RoomId { get; init; }

    /// <summary>Campus time.</summary>
    public TimeOnly? StartTime { get; init; }

    /// <summary>
    /// Campus time; one that isn't after the start is on the next day, so <c>00:00</c> is midnight at the end of the day. Occurrences over
    /// more than that end so many days later as before.
    /// </summary>
    public TimeOnly? EndTime { get; init; }

    /// <summary>How many midnights lie between start and <see cref="EndTime"/>, where it is said.</summary>
    public int? Nights { get; init; }

    public string? Purpose { get; init; }

    public int? Attendees { get; init; }

    public string? ContactEmail { get; init; }

    public string? ContactPhone { get; init; }

    /// <summary>The campus days whose occurrences stay where and when they are.</summary>
    public IReadOnlyCollection<DateOnly> Skip { get; init; } = [];

    public IReadOnlyCollection<OccurrenceMove> Moves { get; init; } = [];

    public SeriesTimes Apply(SeriesTimes times)
    {
        var start = StartTime ?? times.Start;
        return EndTime is { } end
            ? new SeriesTimes(start, end, Nights ?? (LastsDays(times) ? times.Nights : NightsOf(start, end)))
            : times with { Start = start };
    }

    private static bool LastsDays(SeriesTimes times) => times.Nights > NightsOf(times.Start, times.End);

    private static int NightsOf(TimeOnly start, TimeOnly end) => end > start ? 0 : 1;

    public ReservationDetails Apply(ReservationDetails details) => Text.Apply(details);

    /// <summary>The same change as one of a single reservation.</summary>
    /// <exception cref="InvalidReservationException">
    /// The campus clock skips one of the times on that day, or they can't be; or something is said that only several occurrences can have.
    /// </exception>
    public ReservationPatch For(Reservation occurrence, CampusCalendar calendar)
    {
        var errors = new ReservationErrors();
        SeriesRules.CheckSingle(Skip, Moves, errors);
        errors.ThrowIfAny();
        if (StartTime is null && EndTime is null)
        {
            return Text with { RoomId = RoomId };
        }

        var local = calendar.ToLocal(occurrence.Start);
        var times = Apply(SeriesTimes.Of(local, calendar.ToLocal(occurrence.End)));
        SeriesRules.CheckTimes(times, errors);
        errors.ThrowIfAny();
        var slot = times.On(DateOnly.FromDateTime(local), calendar);
        errors.AddIf(slot is null, ReservationField.Start, ReservationProblem.SkippedByClock);
        errors.ThrowIfAny();
        return Text with { RoomId = RoomId, Start = slot!.Value.Start, End = slot.Value.End };
    }

    private ReservationPatch Text => new() { Purpose = Purpose, Attendees = Attendees, ContactEmail = ContactEmail, ContactPhone = ContactPhone };
}
