using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Series;

/// <summary>Which series may be asked for at all, apart from what is taken. Errors by field, in the wire's spelling.</summary>
internal static class SeriesRules
{
    private const string Until = "recurrence.until";
    private const string Count = "recurrence.count";
    private const string ExceptDates = "recurrence.except_dates";
    private const string Skip = "skip";
    private const string Moves = "moves";
    private const string TooFar = "This is too far ahead: at most three years.";

    /// <exception cref="InvalidReservationException">It can't be expanded: its end, its times or its moves can't be.</exception>
    public static void RequireExpandable(SeriesDraft draft, DateTime now)
    {
        var errors = new Errors();
        var (rule, start, end) = (draft.Rule, draft.LocalStart, draft.LocalEnd);
        errors.AddIf(end <= start, "end", "The end must be after the start.");
        errors.AddIf(end - start > Reservation.MaximumLength, "end", $"A reservation lasts at most {Reservation.MaximumLength.Days} days.");
        errors.AddIf(start < now - Reservation.MaximumLength, "start", "A reservation can't start in the past.");
        errors.AddIf(start > now + ReservationRules.Furthest, "start", TooFar);
        errors.AddIf(rule.Until is null == rule.Count is null, Until, "Say when it ends: until a date, or by a count.");
        errors.AddIf(rule.Count is < 1 or > RecurrenceRule.MaximumCount, Count, $"From 1 to {RecurrenceRule.MaximumCount} occurrences.");
        errors.AddIf(rule.Interval is < 1 or > RecurrenceRule.MaximumInterval, "recurrence.interval", $"From 1 to {RecurrenceRule.MaximumInterval}.");
        errors.AddIf(rule.ExceptDates.Count > RecurrenceRule.MaximumCount, ExceptDates, $"At most {RecurrenceRule.MaximumCount} dates.");
        errors.AddIf(draft.Moves.Any(move => rule.ExceptDates.Contains(move.Day)), Moves, "An occurrence is left out or moved, not both.");
        errors.AddIf(rule.Until < DateOnly.FromDateTime(start), Until, "This must not be before the first day.");
        errors.AddIf(rule.Until > DateOnly.FromDateTime(now + ReservationRules.Furthest), Until, TooFar);
        errors.AddIf(
            rule is { Frequency: RecurrenceFrequency.MonthlyByWeekday, Weekdays.Count: > 1 }, "recurrence.weekdays", "Choose one weekday for a month.");
        CheckMoves(draft.Moves, errors);
        errors.ThrowIfAny();
    }

    /// <exception cref="InvalidReservationException">Something of it is impossible.</exception>
    public static void Check(IReadOnlyList<SeriesOccurrence> occurrences, SeriesDraft draft, IReadOnlyDictionary<int, Room> rooms, DateTime now)
    {
        var errors = new Errors();
        errors.AddIf(occurrences.Count > RecurrenceRule.MaximumCount, Until, $"These are more than {RecurrenceRule.MaximumCount} occurrences.");
        errors.AddIf(occurrences.Count == 0, Until, "No day of the rule comes before this.");
        errors.AddIf(occurrences.Count > 0 && occurrences.All(one => one.IsSkipped), draft.Skip.Count > 0 ? Skip : ExceptDates, "At least one occurrence must remain.");
        CheckDays([.. occurrences.Select(one => one.Day)], draft.Skip, draft.Moves, errors);
        foreach (var occurrence in occurrences)
        {
            CheckOccurrence(occurrence, draft.Details, rooms, now, errors);
        }

        errors.ThrowIfAny();
    }

    public static void CheckTimes(SeriesTimes times, Errors errors) =>
        errors.AddIf(times.Nights == 0 && times.End <= times.Start, "end_time", "The end must be after the start.");

    public static void CheckMoves(IReadOnlyCollection<OccurrenceMove> moves, Errors errors) =>
        errors.AddIf(moves.Any(move => move.End <= move.Start), Moves, "The end must be after the start.");

    /// <summary>Whether what is to be skipped or moved is there.</summary>
    public static void CheckDays(HashSet<DateOnly> days, IReadOnlyCollection<DateOnly> skip, IReadOnlyCollection<OccurrenceMove> moves, Errors errors)
    {
        foreach (var day in skip.Where(day => !days.Contains(day)))
        {
            errors.Add(Skip, $"There is no occurrence on {day:yyyy-MM-dd}.");
        }

        foreach (var day in moves.Select(move => move.Day).Where(day => !days.Contains(day)))
        {
            errors.Add(Moves, $"There is no occurrence on {day:yyyy-MM-dd}.");
        }

        errors.AddIf(moves.DistinctBy(move => move.Day).Count() < moves.Count, Moves, "Move each occurrence once.");
        errors.AddIf(moves.Any(move => skip.Contains(move.Day)), Moves, "An occurrence is skipped or moved, not both.");
    }

    /// <summary>One that is to be booked, by the rules for single reservations.</summary>
    public static void CheckOccurrence(
        SeriesOccurrence occurrence,
        ReservationDetails details,
        IReadOnlyDictionary<int, Room> rooms,
        DateTime now,
        Errors errors,
        ReservationDetails? before = null)
    {
        if (occurrence is not { Slot: { } slot, IsSkipped: false })
        {
            return;
        }

        foreach (var (field, messages) in ReservationRules.Check(rooms.GetValueOrDefault(occurrence.RoomId), slot.Start, slot.End, details, now, startIsNew: true, before))
        {
            if (occurrence.IsMoved && field is "start" or "end" or "room_id")
            {
                errors.Add(Moves, $"{occurrence.Day:yyyy-MM-dd}: {messages[0]}");
            }
            else
            {
                // That one is too far ahead lies in how the series ends: its start was looked at before.
                errors.Add(field == "start" && slot.Start > now ? Count : field, messages[0]);
            }
        }
    }
}
