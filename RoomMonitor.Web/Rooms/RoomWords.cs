using System.Globalization;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// What screens say about a room, in the reader's words. Made anew for each circuit and never kept for others: their readers may have
/// another language. Instants are UTC and shown on the campus clock.
/// </summary>
public static class RoomWords
{
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    /// <summary>The page of a room.</summary>
    public static string Address(Room room) => string.Create(CultureInfo.InvariantCulture, $"rooms/{room.Id}");

    /// <summary>"Free until 15:30", "Free all day", "Next free 16:00", "Next free Wed 08:00".</summary>
    public static string Availability(RoomStatus status, CampusCalendar calendar, DateTime now) => status switch
    {
        { NextAvailableAt: { } freeAt } => StatusTexts.FormatNextFree(When(freeAt, calendar, now)),
        { FreeUntil: { } takenAt } => StatusTexts.FormatFreeUntil(When(takenAt, calendar, now)),
        _ => StatusTexts.FreeAllDay,
    };

    /// <summary>"Was available at 14:08", for a room of which nothing has been heard since.</summary>
    public static string LastKnown(RoomStatus status, CampusCalendar calendar, DateTime asOf) =>
        $"{LastKnown(status)} {CampusFormats.Time(asOf, calendar)}";

    /// <summary>"Was available at", to which the browser adds the time.</summary>
    public static string LastKnown(RoomStatus status) => status.Occupancy switch
    {
        OccupancyStatus.Free => StatusTexts.WasAvailable,
        OccupancyStatus.EndingSoon => StatusTexts.WasEndingSoon,
        _ => StatusTexts.WasOccupied,
    };

    /// <summary>The time, with the weekday on another day of the coming week, and with the date beyond.</summary>
    public static string When(DateTime instant, CampusCalendar calendar, DateTime now)
    {
        var date = calendar.DateOf(instant);
        var time = CampusFormats.Time(instant, calendar);
        return (date.DayNumber - calendar.DateOf(now).DayNumber) switch
        {
            0 => time,
            > 0 and < 7 => $"{date.ToString("ddd", CultureInfo.CurrentCulture)} {time}",
            _ => $"{CampusFormats.ShortDay(date)} {time}",
        };
    }

    /// <summary>The words before the time and the time of a countdown, as the browser goes on to write them (js/countdown.js).</summary>
    public static (string Prefix, string Value) Countdown(CountdownForm form, DateTime? until, DateTime now, CampusCalendar calendar)
    {
        var left = until - now;
        return form switch
        {
            CountdownForm.FreeIn or CountdownForm.FreeFor when left is null => ("", StatusTexts.CountdownFreeAllDay),
            CountdownForm.FreeIn when IsPastToday(until, calendar, now) => ("", StatusTexts.CountdownTakenRestOfDay),
            CountdownForm.FreeIn when left > TimeSpan.Zero => (StatusTexts.CountdownFreeIn, CampusFormats.Duration(left.Value)),
            CountdownForm.FreeIn => (StatusTexts.CountdownFree, StatusTexts.CountdownFreeNow),
            CountdownForm.FreeFor when left >= _day => ("", StatusTexts.CountdownFreeAllDay),
            CountdownForm.FreeFor when IsPastToday(until, calendar, now) => ("", StatusTexts.CountdownFreeRestOfDay),
            CountdownForm.FreeFor when left > TimeSpan.Zero => (StatusTexts.CountdownFreeFor, CampusFormats.Duration(left.Value)),
            CountdownForm.FreeFor => (StatusTexts.CountdownTaken, StatusTexts.CountdownTakenNow),
            CountdownForm.Today when IsPastToday(until, calendar, now) => ("", StatusTexts.CountdownRestOfDay),
            _ when left is null => ("", "–"),
            _ => ("", left > TimeSpan.Zero ? CampusFormats.Duration(left.Value) : StatusTexts.CountdownNow),
        };
    }

    /// <summary>Whether an instant lies ahead and not on the campus day that runs: how many hours that is tells nobody anything.</summary>
    public static bool IsPastToday(DateTime? instant, CampusCalendar calendar, DateTime now) =>
        instant > now && calendar.DateOf(instant.Value) > calendar.DateOf(now);

    /// <summary>"9 of 12" while it is used, "12 seats" while it isn't; "9 people, seats unknown" and "seats unknown" where nobody knows its seats.</summary>
    public static string Seats(RoomStatus status) => status switch
    {
        { IsOccupied: true, CurrentReservationId: null } => StatusTexts.Closed,
        { IsOccupied: true, Room.Capacity: > 0 } => StatusTexts.FormatSeatsOf(status.CurrentAttendees, status.Room.Capacity),
        { IsOccupied: true, CurrentAttendees: 1 } => StatusTexts.FormatPeopleOfUnknownOne(1),
        { IsOccupied: true } => StatusTexts.FormatPeopleOfUnknownMany(status.CurrentAttendees),
        { Room.Capacity: 1 } => StatusTexts.FormatSeatsOne(1),
        { Room.Capacity: > 0 } => StatusTexts.FormatSeatsMany(status.Room.Capacity),
        _ => StatusTexts.SeatsUnknown,
    };

    /// <summary>"3 reservations today".</summary>
    public static string ReservationsToday(RoomStatus status) => status.ReservationsToday switch
    {
        0 => StatusTexts.NoReservationsToday,
        1 => StatusTexts.FormatReservationsTodayOne(1),
        var count => StatusTexts.FormatReservationsTodayMany(count),
    };

    /// <summary>"3 rooms".</summary>
    public static string Rooms(int count) => count == 1 ? MonitorTexts.FormatRoomsOne(count) : MonitorTexts.FormatRoomsMany(count);

    /// <summary>What a screen reader is told when the status changes: "Room 1.04: occupied. Next free 15:00".</summary>
    public static string Announcement(RoomStatus status, bool isStale, CampusCalendar calendar, DateTime now)
    {
        var display = status.ToDisplay(isStale);
        var detail = display == DisplayStatus.Unknown ? StatusTexts.NoNews : Availability(status, calendar, now);
        return StatusTexts.FormatAnnouncement(BidiText.Isolated(status.Room.Name), display.Word().ToLower(CultureInfo.CurrentCulture), detail);
    }
}
