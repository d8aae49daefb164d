using System.Globalization;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Components.Booking;

/// <summary>What stands in the fields of the booking form, as it was typed.</summary>
/// <param name="Key">Of the intent: whatever is done with the form, it books at most once under one key.</param>
/// <param name="Day">As a date field gives it: <c>2026-11-24</c>, empty while it is incomplete.</param>
/// <param name="From">As a time field gives it: <c>14:15</c> or <c>14:15:00</c>, empty while it is incomplete.</param>
public sealed record BookingForm(Guid Key, string Day, string From, string To, string Purpose, string People)
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string TimeFormat = "HH:mm";

    // Blazor adds the seconds.
    private static readonly string[] _timeFormats = [TimeFormat, "HH:mm:ss"];

    public static BookingForm Of(TimeSlot slot, CampusCalendar calendar, string purpose = "", int people = 1) =>
        new BookingForm(Guid.NewGuid(), "", "", "", purpose, people.ToString(CultureInfo.InvariantCulture)).With(slot, calendar);

    public DateOnly? ReadDay() =>
        DateOnly.TryParseExact(Day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public TimeOnly? ReadFrom() => ReadTime(From);

    public TimeOnly? ReadTo() => ReadTime(To);

    /// <summary>The same with another time. What ends on a later day ends at midnight here.</summary>
    public BookingForm With(TimeSlot slot, CampusCalendar calendar)
    {
        var (start, end) = (calendar.ToLocal(slot.Start), calendar.ToLocal(slot.End));
        return this with
        {
            Day = Write(DateOnly.FromDateTime(start)),
            From = Write(TimeOnly.FromDateTime(start)),
            To = end.Date == start.Date ? Write(TimeOnly.FromDateTime(end)) : Write(TimeOnly.MinValue),
        };
    }

    /// <summary>The same end by the clock, however its field has written it.</summary>
    public bool EndsAt(TimeOnly time) => ReadTo() == time;

    public static string Write(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string Write(TimeOnly time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static TimeOnly? ReadTime(string text) =>
        TimeOnly.TryParseExact(text, _timeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
