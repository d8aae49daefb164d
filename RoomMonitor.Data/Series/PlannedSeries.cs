using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Series;

/// <summary>A series on the campus clock, before anybody has looked at what is in its way.</summary>
/// <param name="Rule">With all that was left to the first day.</param>
internal sealed record PlannedSeries(
    RecurrenceRule Rule, string RuleText, DateOnly FirstDay, SeriesTimes Times, IReadOnlyList<SeriesOccurrence> Occurrences, IReadOnlyList<int> RoomIds)
{
    /// <exception cref="InvalidReservationException">It can't be expanded.</exception>
    public static PlannedSeries Of(SeriesDraft draft, CampusCalendar calendar, DateTime now)
    {
        SeriesRules.RequireExpandable(draft, now);
        var from = DateOnly.FromDateTime(draft.LocalStart);
        var rule = draft.Rule.BeginningOn(from);
        var first = rule.FirstFrom(from);
        var text = Series.RuleText.Of(rule, first);
        var times = SeriesTimes.Of(draft.LocalStart, draft.LocalEnd);
        var days = rule.Until < first ? [] : Series.RuleText.Days(text, first);
        rule = rule with { ExceptDates = [.. rule.ExceptDates.Intersect(days).Order()] };
        var plan = new SeriesPlan(times, draft.RoomId, calendar, [.. draft.Skip, .. rule.ExceptDates], draft.Moves);
        return new PlannedSeries(
            rule, text, first, times, [.. days.Select(plan.On)], [.. draft.Moves.Select(move => move.RoomId).OfType<int>().Append(draft.RoomId).Distinct()]);
    }

    public ReservationSeries ToSeries(SeriesDraft draft, Caller caller, KeyedRequest? request, DateTime now) => new()
    {
        UserId = caller.Actor.UserId ?? throw new NotAllowedException("A series needs somebody whose it is."),
        RoomId = draft.RoomId,
        Rule = RuleText,
        LocalStart = Times.StartOn(FirstDay),
        LocalEnd = Times.EndOn(FirstDay),
        Purpose = draft.Details.Purpose,
        Attendees = draft.Details.Attendees,
        ContactEmail = draft.Details.ContactEmail,
        ContactPhone = draft.Details.ContactPhone,
        CreatedAt = now,
        RequestKey = request?.Key,
        RequestDigest = request?.Digest,
    };
}
