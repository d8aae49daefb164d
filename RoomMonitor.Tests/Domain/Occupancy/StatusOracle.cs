using System.Globalization;

namespace RoomMonitor.Tests.Domain.Occupancy;

/// <summary>
/// The room status as protocol.md words it, computed from one entry for each second and without any code of the Domain. All
/// reservations and blackouts begin and end on whole seconds; the instants asked for may lie between them.
/// </summary>
public sealed class StatusOracle
{
    private const int Nobody = -1;

    private static readonly TimeSpan _margin = TimeSpan.FromDays(9);

    private readonly TimeZoneInfo _zone;
    private readonly DateTime _origin;
    private readonly OracleReservation[] _reservations;

    // One entry for each second since the origin.
    private readonly int[] _holder;
    private readonly bool[] _held;
    private readonly int[] _chainEnd;
    private readonly int[] _nextHeld;

    private readonly Dictionary<int, int> _reservationsByDayStart = [];
    private readonly Dictionary<int, string> _clockBySecond = [];
    private readonly Dictionary<int, DateOnly> _dateByMinute = [];
    private (int Start, int End) _day;

    public StatusOracle(
        string timeZone, DateTime from, DateTime to, IEnumerable<OracleReservation> reservations, IEnumerable<OracleBlackout> blackouts)
    {
        _zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        _origin = from.Date - _margin;
        _reservations = [.. reservations];
        var seconds = SecondOf(to + _margin);
        _holder = new int[seconds];
        _held = new bool[seconds];
        Array.Fill(_holder, Nobody);
        for (var index = 0; index < _reservations.Length; index++)
        {
            if (_reservations[index].Status != "cancelled")
            {
                Hold(_reservations[index].Start, _reservations[index].End, index);
            }
        }

        foreach (var blackout in blackouts)
        {
            Hold(blackout.Start, blackout.End, Nobody);
        }

        (_chainEnd, _nextHeld) = WalkBackwards();
    }

    public OracleStatus At(DateTime instant)
    {
        var second = SecondOf(instant);
        var today = ReservationsOnDayOf(second);
        if (!_held[second])
        {
            var next = _nextHeld[second];
            var inWindow = next < _held.Length && InstantOf(next) <= instant.AddDays(7);
            return new OracleStatus("free", null, today, null, null, inWindow ? InstantOf(next) : null, 0, null);
        }

        var free = InstantOf(_chainEnd[second]);
        var minutes = 0;
        while (instant.AddMinutes(minutes) < free)
        {
            minutes += instant.AddMinutes(minutes + 1000) < free ? 1000 : 1;
        }

        var reservation = _holder[second] == Nobody ? null : _reservations[_holder[second]];
        return new OracleStatus(
            minutes <= 15 ? "ending_soon" : "occupied",
            minutes,
            today,
            ClockAt(_chainEnd[second]),
            free,
            null,
            reservation?.Attendees ?? 0,
            reservation?.Id);
    }

    /// <summary>Every instant in the range, first excluded, at which the status differs from the one a second before.</summary>
    public List<DateTime> ChangesBetween(DateTime first, DateTime last)
    {
        var changes = new List<DateTime>();
        var previous = At(first) with { TimeUntilFree = null };
        for (var instant = first.AddSeconds(1); instant <= last; instant = instant.AddSeconds(1))
        {
            var status = At(instant) with { TimeUntilFree = null };
            if (status != previous)
            {
                changes.Add(instant);
            }

            previous = status;
        }

        return changes;
    }

    /// <summary>When the room that is held at an instant becomes free; null when it is free.</summary>
    public DateTime? ChainEnd(DateTime instant) => _held[SecondOf(instant)] ? InstantOf(_chainEnd[SecondOf(instant)]) : null;

    private void Hold(DateTime start, DateTime end, int holder)
    {
        for (var second = SecondOf(start); second < SecondOf(end); second++)
        {
            _held[second] = true;
            _holder[second] = holder == Nobody ? _holder[second] : holder;
        }
    }

    private (int[] ChainEnd, int[] NextHeld) WalkBackwards()
    {
        var chainEnd = new int[_held.Length];
        var nextHeld = new int[_held.Length];
        var free = _held.Length;
        var next = _held.Length;
        for (var second = _held.Length - 1; second >= 0; second--)
        {
            free = _held[second] ? free : second;
            next = _held[second] ? second : next;
            chainEnd[second] = free;
            nextHeld[second] = next;
        }

        return (chainEnd, nextHeld);
    }

    private int ReservationsOnDayOf(int second)
    {
        if (second < _day.Start || second >= _day.End)
        {
            _day = DayOf(second);
        }

        if (!_reservationsByDayStart.TryGetValue(_day.Start, out var count))
        {
            count = _holder[_day.Start.._day.End].Where(h => h != Nobody).Distinct().Count();
            _reservationsByDayStart[_day.Start] = count;
        }

        return count;
    }

    /// <summary>Goes back and forth minute by minute for as long as the campus calendar shows the same date.</summary>
    private (int Start, int End) DayOf(int second)
    {
        var minute = second / 60;
        var date = DateOfMinute(minute);
        var first = minute;
        while (DateOfMinute(first - 1) == date)
        {
            first--;
        }

        var end = minute + 1;
        while (DateOfMinute(end) == date)
        {
            end++;
        }

        return (first * 60, end * 60);
    }

    private DateOnly DateOfMinute(int minute)
    {
        if (!_dateByMinute.TryGetValue(minute, out var date))
        {
            date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(_origin.AddMinutes(minute), _zone));
            _dateByMinute[minute] = date;
        }

        return date;
    }

    private string ClockAt(int second)
    {
        if (!_clockBySecond.TryGetValue(second, out var clock))
        {
            var local = TimeZoneInfo.ConvertTimeFromUtc(InstantOf(second), _zone);
            clock = string.Create(CultureInfo.InvariantCulture, $"{local.Hour:00}:{local.Minute:00}");
            _clockBySecond[second] = clock;
        }

        return clock;
    }

    private int SecondOf(DateTime instant) => (int)Math.Floor((instant - _origin).TotalSeconds);

    private DateTime InstantOf(int second) => _origin.AddSeconds(second);
}
