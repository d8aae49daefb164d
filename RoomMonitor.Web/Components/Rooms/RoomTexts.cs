using System.Globalization;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Components.Rooms;

/// <summary>What screens say about a room, in words. All of it is pure; instants are UTC and shown on the campus clock.</summary>
public static class RoomTexts
{
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    /// <summary>The page of a room.</summary>
    public static string Address(Room room) => string.Create(CultureInfo.InvariantCulture, $"/rooms/{room.Id}");

    /// <summary>"Free until 15:30", "Free all day", "Next free 16:00", "Next free Wed 08:00".</summary>
    public static string Availability(RoomStatus status, CampusCalendar calendar, DateTime now) => status switch
    {
        { NextAvailableAt: { } freeAt } => $"Next free {When(freeAt, calendar, now)}",
        { FreeUntil: { } takenAt } => $"Free until {When(takenAt, calendar, now)}",
        _ => "Free all day",
    };

    /// <summary>"Was available at 14:08", for a room of which nothing has been heard since.</summary>
    public static string LastKnown(RoomStatus status, CampusCalendar calendar, DateTime asOf) =>
        $"{LastKnown(status)} {calendar.TimeOfDay(asOf)}";

    /// <summary>"Was available at", to which the browser adds the time.</summary>
    public static string LastKnown(RoomStatus status) => $"Was {status.Occupancy.ToDisplay().Word().ToLowerInvariant()} at";

    /// <summary>The time, with the weekday on another day of the coming week, and with the date beyond.</summary>
    public static string When(DateTime instant, CampusCalendar calendar, DateTime now)
    {
        var days = calendar.DateOf(instant).DayNumber - calendar.DateOf(now).DayNumber;
        var format = days switch
        {
            0 => "HH:mm",
            > 0 and < 7 => "ddd HH:mm",
            _ => "ddd d MMM HH:mm",
        };
        return calendar.ToLocal(instant).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>"48 min", "1 h 18 min", "2 h", "1 d 3 h": rounded up to the minute, never seconds.</summary>
    public static string Duration(TimeSpan length)
    {
        var minutes = Math.Max(0, (long)Math.Ceiling(length / TimeSpan.FromMinutes(1)));
        return minutes switch
        {
            < 60 => $"{minutes} min",
            < 1440 when minutes % 60 == 0 => $"{minutes / 60} h",
            < 1440 => $"{minutes / 60} h {minutes % 60} min",
            _ when minutes / 60 % 24 == 0 => $"{minutes / 1440} d",
            _ => $"{minutes / 1440} d {minutes / 60 % 24} h",
        };
    }

    /// <summary>The words before the time and the time of a countdown, as the browser goes on to write them (js/countdown.js).</summary>
    public static (string Prefix, string Value) Countdown(CountdownForm form, DateTime? until, DateTime now)
    {
        var left = until - now;
        return form switch
        {
            CountdownForm.FreeIn when left > TimeSpan.Zero => ("free in", Duration(left.Value)),
            CountdownForm.FreeIn => ("free", "now"),
            CountdownForm.FreeFor when left is null || left >= _day => ("", "free all day"),
            CountdownForm.FreeFor when left > TimeSpan.Zero => ("free for", Duration(left.Value)),
            CountdownForm.FreeFor => ("taken", "now"),
            _ when left is null => ("", "–"),
            _ => ("", left > TimeSpan.Zero ? Duration(left.Value) : "now"),
        };
    }

    /// <summary>"9 of 12" while it is used, "12 seats" while it isn't; empty where the room's capacity is unknown.</summary>
    public static string Seats(RoomStatus status) => status switch
    {
        { IsOccupied: true, CurrentReservationId: null } => "Closed",
        { IsOccupied: true, Room.Capacity: > 0 } => $"{status.CurrentAttendees} of {status.Room.Capacity}",
        { IsOccupied: true } => Count(status.CurrentAttendees, "person", "people"),
        { Room.Capacity: > 0 } => Count(status.Room.Capacity, "seat", "seats"),
        _ => "",
    };

    /// <summary>"3 reservations today".</summary>
    public static string ReservationsToday(RoomStatus status) =>
        status.ReservationsToday == 0 ? "No reservations today" : $"{Count(status.ReservationsToday, "reservation", "reservations")} today";

    /// <summary>A count with its noun.</summary>
    public static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    /// <summary>What a screen reader is told when the status changes: "Room 1.04: occupied. Next free 15:00".</summary>
    public static string Announcement(RoomStatus status, bool isStale, CampusCalendar calendar, DateTime now)
    {
        var display = status.ToDisplay(isStale);
        var detail = display == DisplayStatus.Unknown ? "No news from this room" : Availability(status, calendar, now);
        return $"{status.Room.Name}: {display.Word().ToLowerInvariant()}. {detail}";
    }
}
