using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Api.Input;

/// <summary>Reads series that somebody wants to book, to change or to cancel; says by field what can't be.</summary>
internal static class SeriesInput
{
    public static (SeriesDraft Draft, ReservationTimes Times) ReadDraft(JsonFields fields, CampusCalendar calendar)
    {
        var rule = ReadRule(fields);
        var skip = fields.Dates("skip");
        var moves = ReadMoves(fields, calendar);
        var (draft, times) = ReservationInput.ReadDraft(fields, calendar);
        return (
            new SeriesDraft(draft.RoomId, calendar.ToLocal(draft.Start), calendar.ToLocal(draft.End), rule!, draft.Details) { Skip = skip, Moves = moves },
            times);
    }

    public static (SeriesTarget Target, SeriesPatch Patch) ReadChange(JsonFields fields, CampusCalendar calendar)
    {
        var patch = new SeriesPatch
        {
            RoomId = fields.Number("room_id"),
            StartTime = fields.Time("start_time"),
            EndTime = fields.EndTime("end_time"),
            Purpose = fields.Text("purpose"),
            Attendees = fields.Number("attendees"),
            ContactEmail = ReservationInput.Contact(fields, "contact_email"),
            ContactPhone = ReservationInput.Contact(fields, "contact_phone"),
            Skip = fields.Dates("skip"),
            Moves = ReadMoves(fields, calendar),
        };
        return (ReadTarget(fields), patch);
    }

    public static SeriesTarget ReadTarget(JsonFields fields)
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
            Weekdays = recurrence.Words<DayOfWeek>("weekdays"),
            Week = recurrence.Word<WeekOfMonth>("week"),
            Until = recurrence.Date("until"),
            Count = recurrence.Number("count"),
        };
    }

    private static List<OccurrenceMove> ReadMoves(JsonFields fields, CampusCalendar calendar)
    {
        var moves = new List<OccurrenceMove>();
        foreach (var move in fields.Objects("moves"))
        {
            var day = move.Date("date");
            move.Require("date");
            var times = ReservationTimes.Read(move, calendar, required: true);
            var roomId = move.Number("room_id");
            if (day is { } date && times is { Start: { } start, End: { } end })
            {
                moves.Add(new OccurrenceMove(date, start, end, roomId));
            }
        }

        return moves;
    }
}
