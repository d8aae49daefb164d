using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api.Problems;

namespace RoomMonitor.Web.Api.Input;

/// <summary>
/// When a reservation is to be: <c>start</c> and <c>end</c>, or <c>date</c>, <c>start_time</c> and <c>end_time</c> on the campus clock.
/// Where both forms are given the absolute one counts, so that a reservation that was read can be sent back with another <c>start</c>.
/// </summary>
internal sealed record ReservationTimes(DateTime? Start, DateTime? End, bool IsLocal)
{
    private const string Contradiction = "This says another time than start and end: write one of the two forms.";

    /// <summary>None yet, but errors about them are about campus times.</summary>
    public static ReservationTimes OnTheCampusClock { get; } = new(null, null, IsLocal: true);

    /// <param name="required">Both ends must be there; else each may be absent.</param>
    /// <param name="current">When it is now: campus times that say the same are what was read, not what is asked for.</param>
    /// <param name="hasOwnDate">Whether <c>date</c> is that of the start.</param>
    public static ReservationTimes Read(JsonFields fields, CampusCalendar calendar, bool required, TimeSlot? current = null, bool hasOwnDate = true)
    {
        fields.Knows("start", "end", "date", "start_time", "end_time");
        var (start, end) = (fields.Instant("start"), fields.Instant("end"));
        var isAbsolute = fields.IsGiven("start") || fields.IsGiven("end");
        if (!isAbsolute && (fields.IsGiven("date") || fields.IsGiven("start_time") || fields.IsGiven("end_time")))
        {
            return ReadLocal(fields, calendar);
        }

        if (required)
        {
            fields.Require("start", "Give start and end, or date, start_time and end_time.");
            fields.Require("end", "Give start and end, or date, start_time and end_time.");
        }

        if (hasOwnDate)
        {
            RefuseContradictions(fields, calendar, start, end, current);
        }

        return new ReservationTimes(start, end, IsLocal: false);
    }

    /// <summary>Does something, whose errors about times then name the fields that the caller wrote.</summary>
    public async Task<T> NamingAsync<T>(Task<T> change)
    {
        try
        {
            return await change;
        }
        catch (InvalidReservationException invalid) when (IsLocal)
        {
            throw new ApiException(
                StatusCodes.Status400BadRequest, WireErrors.Detail(invalid), WireErrors.ByField(invalid, onTheCampusClock: true));
        }
    }

    /// <summary>Campus times beside instants: the instants count, so the others must say the same, or what is there already.</summary>
    private static void RefuseContradictions(JsonFields fields, CampusCalendar calendar, DateTime? start, DateTime? end, TimeSlot? current)
    {
        RefuseUnless("date", fields.Date("date"), calendar.DateOf);
        RefuseUnless("start_time", fields.Time("start_time"), instant => TimeOnly.FromDateTime(calendar.ToLocal(instant)));
        if (fields.EndTime("end_time") is { } endTime && !Instants(end, current?.End).Any(instant => TimeOnly.FromDateTime(calendar.ToLocal(instant)) == endTime))
        {
            fields.Refuse("end_time", Contradiction);
        }

        void RefuseUnless<T>(string field, T? written, Func<DateTime, T> read)
            where T : struct
        {
            if (written is { } value && !Instants(start, current?.Start).Any(instant => read(instant).Equals(value)))
            {
                fields.Refuse(field, Contradiction);
            }
        }
    }

    private static IEnumerable<DateTime> Instants(params DateTime?[] instants) => instants.OfType<DateTime>();

    private static ReservationTimes ReadLocal(JsonFields fields, CampusCalendar calendar)
    {
        var (date, from, to) = (fields.Date("date"), fields.Time("start_time"), fields.EndTime("end_time"));
        fields.Require("date");
        fields.Require("start_time");
        fields.Require("end_time");
        if (date is not { } day || from is not { } start || to is not { } end)
        {
            return OnTheCampusClock;
        }

        var endsAtMidnight = end == TimeOnly.MinValue;
        if (!endsAtMidnight && end <= start)
        {
            fields.Refuse("end_time", "The end must be after the start; 00:00 or 24:00 is midnight at the end of the day. For a later day use start and end.");
        }

        return new ReservationTimes(
            Instant(fields, "start_time", day, start, calendar),
            endsAtMidnight ? calendar.StartOf(day.AddDays(1)) : Instant(fields, "end_time", day, end, calendar),
            IsLocal: true);
    }

    private static DateTime? Instant(JsonFields fields, string field, DateOnly day, TimeOnly time, CampusCalendar calendar)
    {
        if (calendar.TryToUtc(day.ToDateTime(time), out var utc))
        {
            return utc;
        }

        fields.Refuse(field, $"There is no {time:HH\\:mm} on that day: the campus clock is set forward over it.");
        return null;
    }
}
