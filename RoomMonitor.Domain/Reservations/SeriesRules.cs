using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Domain.Reservations;

/// <summary>Which series may be asked for at all, apart from what is taken.</summary>
public static class SeriesRules
{
    /// <exception cref="InvalidReservationException">It can't be expanded: its end, its times or its moves can't be.</exception>
    public static void RequireExpandable(SeriesDraft draft, DateTime now)
    {
        var errors = new ReservationErrors();
        var (rule, start, end) = (draft.Rule, draft.LocalStart, draft.LocalEnd);
        ReservationRules.CheckLength(start, end, errors);

        // Where the campus clock is, to the day: each occurrence is looked at on its own afterwards.
        errors.AddIf(start < now - Reservation.MaximumLength, ReservationField.Start, ReservationProblem.StartsInThePast);
        errors.AddIf(start > now + ReservationRules.Furthest, ReservationField.Start, ReservationProblem.TooFarAhead);
        errors.AddIf(rule.Until is null == rule.Count is null, ReservationField.Until, ReservationProblem.NoEnd);
        errors.AddIf(rule.Count is < 1 or > RecurrenceRule.MaximumCount, ReservationField.Count, ReservationProblem.CountOutOfRange);
        errors.AddIf(
            rule.Interval is < 1 or > RecurrenceRule.MaximumInterval, ReservationField.Interval, ReservationProblem.IntervalOutOfRange);
        errors.AddIf(rule.ExceptDates.Count > RecurrenceRule.MaximumCount, ReservationField.ExceptDates, ReservationProblem.TooManyDates);
        errors.AddIf(
            draft.Moves.Any(move => rule.ExceptDates.Contains(move.Day)), ReservationField.Moves, ReservationProblem.LeftOutAndMoved);
        errors.AddIf(rule.Until < DateOnly.FromDateTime(start), ReservationField.Until, ReservationProblem.BeforeFirstDay);
        errors.AddIf(
            rule.Until > DateOnly.FromDateTime(now + ReservationRules.Furthest), ReservationField.Until, ReservationProblem.TooFarAhead);
        errors.AddIf(
            rule is { Frequency: RecurrenceFrequency.MonthlyByWeekday, Weekdays.Count: > 1 },
            ReservationField.Weekdays,
            ReservationProblem.SeveralWeekdays);
        CheckMoves(draft.Moves, errors);
        errors.ThrowIfAny();
    }

    /// <exception cref="InvalidReservationException">Something of it is impossible.</exception>
    public static void Check(
        IReadOnlyList<SeriesOccurrence> occurrences, SeriesDraft draft, IReadOnlyDictionary<int, Room> rooms, DateTime now)
    {
        var errors = new ReservationErrors();
        errors.AddIf(occurrences.Count > RecurrenceRule.MaximumCount, ReservationField.Until, ReservationProblem.TooManyOccurrences);
        errors.AddIf(occurrences.Count == 0, ReservationField.Until, ReservationProblem.NoOccurrence);
        errors.AddIf(
            occurrences.Count > 0 && occurrences.All(one => one.IsSkipped),
            draft.Skip.Count > 0 ? ReservationField.Skip : ReservationField.ExceptDates,
            ReservationProblem.NothingRemains);
        CheckDays([.. occurrences.Select(one => one.Day)], draft.Skip, draft.Moves, errors);
        foreach (var occurrence in occurrences)
        {
            CheckOccurrence(occurrence, draft.Details, rooms, now, errors);
        }

        errors.ThrowIfAny();
    }

    public static void CheckTimes(SeriesTimes times, ReservationErrors errors) =>
        errors.AddIf(times.Nights == 0 && times.End <= times.Start, ReservationField.End, ReservationProblem.EndNotAfterStart);

    public static void CheckMoves(IReadOnlyCollection<OccurrenceMove> moves, ReservationErrors errors) =>
        errors.AddIf(moves.Any(move => move.End <= move.Start), ReservationField.Moves, ReservationProblem.EndNotAfterStart);

    /// <summary>A change of one occurrence says its room and its times themselves.</summary>
    public static void CheckSingle(IReadOnlyCollection<DateOnly> skip, IReadOnlyCollection<OccurrenceMove> moves, ReservationErrors errors)
    {
        errors.AddIf(skip.Count > 0, ReservationField.Skip, ReservationProblem.OnlyForSeveral);
        errors.AddIf(moves.Count > 0, ReservationField.Moves, ReservationProblem.OnlyForSeveral);
    }

    /// <summary>Whether what is to be skipped or moved is there.</summary>
    public static void CheckDays(
        HashSet<DateOnly> days,
        IReadOnlyCollection<DateOnly> skip,
        IReadOnlyCollection<OccurrenceMove> moves,
        ReservationErrors errors)
    {
        AddMissing(skip, ReservationField.Skip);
        AddMissing(moves.Select(move => move.Day), ReservationField.Moves);
        errors.AddIf(moves.DistinctBy(move => move.Day).Count() < moves.Count, ReservationField.Moves, ReservationProblem.MovedTwice);
        errors.AddIf(moves.Any(move => skip.Contains(move.Day)), ReservationField.Moves, ReservationProblem.SkippedAndMoved);

        void AddMissing(IEnumerable<DateOnly> wanted, ReservationField field)
        {
            foreach (var day in wanted.Where(day => !days.Contains(day)))
            {
                errors.Add(new ReservationError(field, ReservationProblem.NoSuchOccurrence) { Day = day });
            }
        }
    }

    /// <summary>One that is to be booked, by the rules for single reservations.</summary>
    public static void CheckOccurrence(
        SeriesOccurrence occurrence,
        ReservationDetails details,
        IReadOnlyDictionary<int, Room> rooms,
        DateTime now,
        ReservationErrors errors,
        ReservationDetails? before = null)
    {
        if (occurrence is not { Slot: { } slot, IsSkipped: false })
        {
            return;
        }

        var room = rooms.GetValueOrDefault(occurrence.RoomId);
        foreach (var error in ReservationRules.Check(room, slot.Start, slot.End, details, now, startIsNew: true, before).All)
        {
            errors.Add(error switch
            {
                { Field: ReservationField.Start or ReservationField.End or ReservationField.Room } when occurrence.IsMoved =>
                    error with { Field = ReservationField.Moves, Day = occurrence.Day },

                // That one is too far ahead lies in how the series ends: its start was looked at before.
                { Problem: ReservationProblem.TooFarAhead } => error with { Field = ReservationField.Count },
                _ => error,
            });
        }
    }
}
