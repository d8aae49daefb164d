using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Series;

/// <summary>What a change makes of a series: each field that an occurrence has from it follows, each that it has of its own stays.</summary>
internal sealed class SeriesUpdate
{
    private readonly SeriesPatch _patch;
    private readonly CampusCalendar _calendar;
    private readonly SeriesPlan _plan;
    private readonly (int RoomId, SeriesTimes Times, ReservationDetails Details) _old;
    private readonly (int RoomId, SeriesTimes Times, ReservationDetails Details) _new;

    private SeriesUpdate(ReservationSeries series, SeriesPatch patch, CampusCalendar calendar)
    {
        _patch = patch;
        _calendar = calendar;
        _old = (series.RoomId, series.Times, series.Details);
        _new = (patch.RoomId ?? series.RoomId, patch.Apply(series.Times), patch.Apply(series.Details));
        _plan = new SeriesPlan(_new.Times, _new.RoomId, calendar, patch.Skip, patch.Moves);
    }

    public bool ChangesNothing => _new == _old && _patch.Moves.Count == 0;

    /// <exception cref="InvalidReservationException">Times that can't be.</exception>
    public static SeriesUpdate Of(ReservationSeries series, SeriesPatch patch, CampusCalendar calendar)
    {
        var errors = new ReservationErrors();
        SeriesRules.CheckTimes(patch.Apply(series.Times), errors);
        SeriesRules.CheckMoves(patch.Moves, errors);
        errors.ThrowIfAny();
        return new SeriesUpdate(series, patch, calendar);
    }

    public SeriesStep Plan(Reservation occurrence)
    {
        var day = _calendar.DateOf(occurrence.OriginalStart!.Value);
        var planned = _plan.On(day);
        var hasOwnTime = occurrence.Slot != _old.Times.On(day, _calendar);
        var hasOwnRoom = occurrence.RoomId != _old.RoomId;
        var keepsTime = !planned.IsMoved && (planned.IsSkipped || hasOwnTime);
        var keepsRoom = !planned.IsMoved && (planned.IsSkipped || hasOwnRoom);
        var target = planned with
        {
            Slot = keepsTime ? occurrence.Slot : planned.Slot,
            RoomId = keepsRoom ? occurrence.RoomId : planned.RoomId,
            Problem = keepsTime ? OccurrenceProblem.None : planned.Problem,
            IsSkipped = false,
        };
        var details = Merge(occurrence.Details);
        return new SeriesStep(
            occurrence,
            target,
            details,
            IsKept: (keepsTime && _new.Times != _old.Times) || (keepsRoom && _new.RoomId != _old.RoomId) || (_new.Details != _old.Details && details != _new.Details));
    }

    /// <exception cref="InvalidReservationException">Something of it is impossible.</exception>
    public void RequirePossible(IReadOnlyList<SeriesStep> steps, IReadOnlyDictionary<int, Room> rooms, DateTime now)
    {
        var errors = new ReservationErrors();
        SeriesRules.CheckDays([.. steps.Select(step => step.Target.Day)], _patch.Skip, _patch.Moves, errors);
        foreach (var step in steps)
        {
            SeriesRules.CheckOccurrence(step.Target, step.Details, rooms, now, errors, step.Occurrence.Details);
        }

        errors.ThrowIfAny();
    }

    /// <summary>Writes what changed into the series itself.</summary>
    public void Describe(ReservationSeries series)
    {
        var first = series.FirstDay;
        series.RoomId = _new.RoomId;
        series.LocalStart = _new.Times.StartOn(first);
        series.LocalEnd = _new.Times.EndOn(first);
        series.Describe(_new.Details);
    }

    private ReservationDetails Merge(ReservationDetails own) => new(
        own.Purpose == _old.Details.Purpose ? _new.Details.Purpose : own.Purpose,
        own.Attendees == _old.Details.Attendees ? _new.Details.Attendees : own.Attendees,
        own.ContactEmail == _old.Details.ContactEmail ? _new.Details.ContactEmail : own.ContactEmail,
        own.ContactPhone == _old.Details.ContactPhone ? _new.Details.ContactPhone : own.ContactPhone);
}
