using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api.Contracts;

namespace RoomMonitor.Web.Api.Input;

/// <summary>Reads series that somebody wants to book, to change or to cancel; says by field what can't be.</summary>
internal static class SeriesInput
{
    public static (SeriesDraft Draft, ReservationTimes Times) ReadDraft(JsonFields fields, CampusCalendar calendar)
    {
        ReadOnlyFields.OfNewSeries(fields);
        var rule = ReadRule(fields);
        var skip = fields.Dates("skip");
        var moves = ReadMoves(fields, calendar);
        var (draft, times) = ReservationInput.ReadBooking(fields, calendar);
        return (
            new SeriesDraft(draft.RoomId, calendar.ToLocal(draft.Start), calendar.ToLocal(draft.End), rule!, draft.Details) { Skip = skip, Moves = moves },
            times);
    }

    /// <param name="current">As its reader sees it: it may be sent back whole, with what is to be changed.</param>
    public static (SeriesTarget Target, SeriesPatch Patch) ReadChange(JsonFields fields, CampusCalendar calendar, WireSeries current)
    {
        ReadOnlyFields.OfSeries(fields, current);
        var patch = new SeriesPatch
        {
            RoomId = fields.Number("room_id"),
            StartTime = fields.Time("start_time"),
            EndTime = fields.EndTime("end_time"),
            Purpose = fields.Text("purpose", mayHaveLines: true),
            Attendees = fields.Number("attendees"),
            ContactEmail = ReservationInput.Contact(fields, "contact_email"),
            ContactPhone = ReservationInput.Contact(fields, "contact_phone"),
            Skip = fields.Dates("skip"),
            Moves = ReadMoves(fields, calendar),
        };
        return (ReadTarget(fields), patch);
    }

    public static SeriesTarget ReadCancellation(JsonFields fields)
    {
        fields.Instead("What is cancelled is chosen by scope: all, or this or following with the occurrence_id of a reservation.", "skip", "from", "until", "date", "dates", "id", "reservation_id");
        return ReadTarget(fields);
    }

    private static SeriesTarget ReadTarget(JsonFields fields)
    {
        var scope = fields.Word<SeriesScope>("scope");
        fields.Require("scope");
        var occurrenceId = fields.Number("occurrence_id");
        if (scope is SeriesScope.This or SeriesScope.Following)
        {
            fields.Require("occurrence_id", "Say at which occurrence: the id of its reservation.");
        }

        fields.ThrowIfRefused();
        return new SeriesTarget(scope!.Value, occurrenceId);
    }

    private static RecurrenceRule? ReadRule(JsonFields fields)
    {
        if (fields.Object("recurrence") is not { } recurrence)
        {
            fields.Require("recurrence", "Say how it recurs.");
            return null;
        }

        var frequency = recurrence.Word<RecurrenceFrequency>("frequency");
        recurrence.Require("frequency");
        return new RecurrenceRule
        {
            Frequency = frequency ?? default,
            Interval = ReadInterval(recurrence, frequency),
            Weekdays = ReadWeekdays(recurrence),
            Week = recurrence.Word<WeekOfMonth>("week"),
            Until = recurrence.Date("until"),
            Count = recurrence.Number("count"),
            ExceptDates = [.. recurrence.Dates("except_dates").Concat(fields.Dates("except_dates")).Distinct().Order()],
        };
    }

    private static int ReadInterval(JsonFields recurrence, RecurrenceFrequency? frequency)
    {
        var usual = RecurrenceRule.IntervalOf(frequency ?? default);
        var interval = recurrence.Number("interval") ?? usual;
        if (frequency == RecurrenceFrequency.EveryTwoWeeks && interval != usual)
        {
            recurrence.Refuse("interval", "every_two_weeks says it already: write the frequency weekly with an interval.");
        }

        return interval;
    }

    /// <summary>By name, or as RFC 5545 writes them.</summary>
    private static IReadOnlyList<DayOfWeek> ReadWeekdays(JsonFields recurrence)
    {
        var (weekdays, byday) = (recurrence.Words<DayOfWeek>("weekdays"), recurrence.WeekdayCodes("byday"));
        if (weekdays.Count > 0 && byday.Count > 0 && !weekdays.ToHashSet().SetEquals(byday))
        {
            recurrence.Refuse("byday", "This says other days than weekdays: write one of the two.");
        }

        return weekdays.Count > 0 ? weekdays : byday;
    }

    private static List<OccurrenceMove> ReadMoves(JsonFields fields, CampusCalendar calendar)
    {
        var moves = new List<OccurrenceMove>();
        foreach (var move in fields.Objects("moves"))
        {
            var day = move.Date("date");
            move.Require("date");

            // Here the date is that of the rule.
            var times = ReservationTimes.Read(move, calendar, required: true, hasOwnDate: false);
            var roomId = move.Number("room_id");
            if (day is { } date && times is { Start: { } start, End: { } end })
            {
                moves.Add(new OccurrenceMove(date, start, end, roomId));
            }
        }

        return moves;
    }
}
