using Microsoft.EntityFrameworkCore;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Series;

/// <summary>
/// Changes several occurrences of a series, inside the transaction that locks their rooms. Whatever of an occurrence was changed by itself
/// (where it differs from the series) stays so.
/// </summary>
internal sealed class SeriesEdit(
    RoomMonitorDbContext context, ReservationSeries series, IReadOnlyList<Reservation> occurrences, CampusCalendar calendar, Actor actor, DateTime now)
{
    /// <exception cref="InvalidReservationException">It is no occurrence of the series.</exception>
    public static Reservation Chosen(IReadOnlyList<Reservation> occurrences, SeriesTarget target) =>
        occurrences.SingleOrDefault(occurrence => occurrence.Id == target.OccurrenceId)
            ?? throw new InvalidReservationException(ReservationField.Occurrence, ReservationProblem.NotOfTheSeries);

    public SeriesChange Cancel(SeriesTarget target)
    {
        var chosen = Choose(target);
        foreach (var occurrence in chosen)
        {
            occurrence.Cancel(actor, now);
        }

        if (HasOthersBefore(chosen))
        {
            series.Rule = RuleText.EndedOn(series.Rule, DayOf(chosen[0]).AddDays(-1));
        }

        return new SeriesChange(series, chosen, []);
    }

    public async Task<SeriesChange> UpdateAsync(SeriesTarget target, SeriesPatch patch, CancellationToken cancellationToken)
    {
        var chosen = Choose(target);
        var update = SeriesUpdate.Of(series, patch, calendar);
        var steps = chosen.ConvertAll(update.Plan);
        var roomIds = steps.Select(step => step.Target.RoomId).Distinct().ToList();
        var rooms = await context.Rooms.AsNoTracking().Where(room => roomIds.Contains(room.Id)).ToDictionaryAsync(room => room.Id, cancellationToken);
        update.RequirePossible(steps, rooms, now);
        if (update.ChangesNothing)
        {
            // Nor is the series split for it.
            return new SeriesChange(series, [], []);
        }

        var moving = steps.Where(step => step.IsMoving).ToList();
        await SeriesCheck.RequireFreeAsync(
            context, [.. moving.Select(step => step.Target)], moving.Select(step => step.Occurrence.Id).ToHashSet(), cancellationToken);

        var changed = target.Scope == SeriesScope.Following && HasOthersBefore(chosen) ? await SplitAsync(chosen[0], cancellationToken) : series;
        update.Describe(changed);
        var updated = steps.Where(step =>
        {
            step.Occurrence.JoinSeries(changed.Id, step.Target.OriginalStart);
            return step.Occurrence.Update(
                step.Target.RoomId, step.Target.Slot!.Value, step.Details, actor, now, rooms[step.Target.RoomId].RequiresApproval);
        }).Select(step => step.Occurrence).OrderBy(occurrence => occurrence.Start).ToList();
        return new SeriesChange(changed, updated, [.. steps.Where(step => step.IsKept).Select(step => step.Occurrence)]);
    }

    private List<Reservation> Choose(SeriesTarget target)
    {
        var from = target.Scope == SeriesScope.All ? null : Chosen(occurrences, target).OriginalStart;
        var chosen = occurrences.Where(one => one.HoldsRoom && one.Start > now && (from is null || one.OriginalStart >= from)).ToList();
        return chosen.Count > 0 ? chosen : throw new ReservationTransitionException("No occurrence is left that could be changed.");
    }

    /// <summary>Whether the series has others before the first one that was chosen.</summary>
    private bool HasOthersBefore(List<Reservation> chosen) => occurrences[0].OriginalStart < chosen[0].OriginalStart;

    /// <summary>Ends the series before one of its occurrences, and makes another of the rest, cancelled ones too.</summary>
    private async Task<ReservationSeries> SplitAsync(Reservation first, CancellationToken cancellationToken)
    {
        var day = DayOf(first);
        var before = RuleText.Days(series.Rule, series.FirstDay).Count(one => one < day);
        var rest = new ReservationSeries
        {
            UserId = series.UserId,
            RoomId = series.RoomId,
            Rule = RuleText.BegunLater(series.Rule, before),
            LocalStart = series.Times.StartOn(day),
            LocalEnd = series.Times.EndOn(day),
            Purpose = series.Purpose,
            Attendees = series.Attendees,
            CreatedAt = now,
        };
        series.Rule = RuleText.EndedOn(series.Rule, day.AddDays(-1));
        context.Series.Add(rest);

        // Its occurrences need the id that saving gives.
        await context.SaveChangesAsync(cancellationToken);
        foreach (var occurrence in occurrences.Where(one => one.OriginalStart >= first.OriginalStart))
        {
            occurrence.JoinSeries(rest.Id, occurrence.OriginalStart!.Value);
        }

        return rest;
    }

    private DateOnly DayOf(Reservation occurrence) => calendar.DateOf(occurrence.OriginalStart!.Value);
}
