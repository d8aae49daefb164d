using System.Collections.Immutable;
using System.Globalization;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>
/// A time as two date fields and two time fields hold it: as it was typed, empty while a field is incomplete. The day of the end follows
/// the times (the same day, or the next one for an end that isn't after the start) until it is chosen, and moves along with the first day.
/// </summary>
public sealed record SlotFields
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string TimeFormat = "HH:mm";

    // Blazor adds the seconds.
    private static readonly string[] _timeFormats = [TimeFormat, "HH:mm:ss"];

    /// <summary>What was written into the fields. While they say the same, it is meant to the second, and in an hour that the clock repeats.</summary>
    private TimeSlot? _written;

    /// <summary>The end's day where it doesn't follow: counted from the first day.</summary>
    private int? _nights;

    /// <summary>What stands in the end's date field while no days can be counted.</summary>
    private string? _endText;

    private SlotFields(string day, string from, string to) => (Day, From, To) = (day, from, to);

    /// <summary>As a date field gives it: <c>2026-11-24</c>.</summary>
    public string Day { get; private init; }

    /// <summary>As a time field gives it: <c>14:15</c> or <c>14:15:00</c>.</summary>
    public string From { get; private init; }

    /// <summary><c>00:00</c> is midnight at the end of the day.</summary>
    public string To { get; private init; }

    public string EndDay => _endText ?? (ReadDay() is { } day ? Write(Shift(day, _nights ?? NightsByTimes())) : "");

    public static SlotFields Of(TimeSlot slot, CampusCalendar calendar)
    {
        var (start, end) = (calendar.ToLocal(slot.Start), calendar.ToLocal(slot.End));
        return new SlotFields(Write(DateOnly.FromDateTime(start)), Write(TimeOnly.FromDateTime(start)), Write(TimeOnly.FromDateTime(end)))
        {
            _written = slot,
        }.EndingAfter((end.Date - start.Date).Days);
    }

    /// <summary>A day whose times are open.</summary>
    public static SlotFields On(DateOnly day) => new(Write(day), "", "");

    public DateOnly? ReadDay() => ReadDay(Day);

    /// <summary>The day of the end comes along.</summary>
    public SlotFields StartingOn(string day)
    {
        var moved = this with { Day = day };
        return _endText is null ? moved : moved.EndingOn(_endText);
    }

    /// <summary>The length stays, as clocks show it.</summary>
    public SlotFields StartingAt(string from)
    {
        if (ReadTime(From) is not { } before || ReadTime(To) is not { } to || ReadTime(from) is not { } start || _endText is not null)
        {
            return this with { From = from };
        }

        var length = TimeSpan.FromDays(_nights ?? NightsByTimes()) + to.ToTimeSpan() - before.ToTimeSpan();
        if (length <= TimeSpan.Zero)
        {
            return this with { From = from };
        }

        var end = start.ToTimeSpan() + length;
        return (this with { From = from, To = Write(TimeOnly.FromTimeSpan(end - TimeSpan.FromDays(end.Days))) }).EndingAfter(end.Days);
    }

    public SlotFields EndingOn(string day) =>
        ReadDay(day) is { } end && ReadDay() is { } start
            ? (this with { _endText = null }).EndingAfter(end.DayNumber - start.DayNumber)
            : this with { _endText = day };

    public SlotFields EndingAt(string to) => this with { To = to };

    /// <summary>The time, or what is wrong by field.</summary>
    public TimeSlot? Read(CampusCalendar calendar, out ImmutableDictionary<BookingField, SlotProblem> problems)
    {
        var found = ImmutableDictionary.CreateBuilder<BookingField, SlotProblem>();
        var first = ReadDay();
        var last = _endText is null ? first is { } known ? Shift(known, _nights ?? NightsByTimes()) : (DateOnly?)null : ReadDay(_endText);
        if (first is null)
        {
            found[BookingField.Day] = SlotProblem.Missing;
        }
        else if (last is null)
        {
            found[BookingField.EndDay] = SlotProblem.Missing;
        }

        var start = Instant(first, ReadTime(From), BookingField.From);
        var end = last is { } midnight && ReadTime(To) == TimeOnly.MinValue
            ? calendar.StartOf(last == first ? midnight.AddDays(1) : midnight)
            : Instant(last, ReadTime(To), BookingField.To);
        if (end <= start)
        {
            found[_nights < 0 ? BookingField.EndDay : BookingField.To] = SlotProblem.EndNotAfterStart;
        }

        problems = found.ToImmutable();
        return found.Count == 0 ? new TimeSlot(start!.Value, end!.Value) : null;

        DateTime? Instant(DateOnly? day, TimeOnly? time, BookingField field)
        {
            var instant = InstantOf(day, time, field == BookingField.From ? _written?.Start : _written?.End, calendar);
            if (time is null || (day is not null && instant is null))
            {
                found[field] = time is null ? SlotProblem.Missing : SlotProblem.SkippedByClock;
            }

            return instant;
        }
    }

    /// <summary>The beginning alone, where it can be read.</summary>
    public DateTime? ReadStart(CampusCalendar calendar) => InstantOf(ReadDay(), ReadTime(From), _written?.Start, calendar);

    public static string Write(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static TimeOnly? ReadTime(string text) =>
        TimeOnly.TryParseExact(text, _timeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Write(TimeOnly time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Days at the ends of the calendar have no neighbours to count with.</summary>
    private static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999 ? day : null;

    private static DateOnly Shift(DateOnly day, int nights) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + nights, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <param name="written">The instant that was written into these fields.</param>
    private static DateTime? InstantOf(DateOnly? day, TimeOnly? time, DateTime? written, CampusCalendar calendar)
    {
        if (day is null || time is null)
        {
            return null;
        }

        var local = day.Value.ToDateTime(time.Value);
        return written is { } instant && WholeMinutes.AtOrBefore(calendar.ToLocal(instant)) == local ? instant
            : calendar.TryToUtc(local, out var utc) ? utc
            : null;
    }

    private SlotFields EndingAfter(int nights) => this with { _nights = nights == NightsByTimes() ? null : nights };

    private int NightsByTimes() =>
        ReadTime(To) is { } to && (to == TimeOnly.MinValue || to < ReadTime(From)) ? 1 : 0;
}
