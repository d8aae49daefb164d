using System.Globalization;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>Where the same is booked once more: the room's page with the next same weekday and time that lies ahead, and for how many. What for is read there: it is in no address.</summary>
internal static class BookAgain
{
    public static string Href(OwnReservation reservation, CampusCalendar calendar, DateTime now)
    {
        var query = new RoomQuery(null, NextAfter(reservation.Slot, calendar, now)) { Again = reservation.Id, People = reservation.Attendees };
        return $"rooms/{reservation.RoomId.ToString(CultureInfo.InvariantCulture)}{query.ToQueryString()}";
    }

    /// <summary>On the campus clock, so that it stays at its hour; null where the clock skips that hour.</summary>
    private static TimeSlot? NextAfter(TimeSlot slot, CampusCalendar calendar, DateTime now)
    {
        var start = calendar.ToLocal(slot.Start);
        var weeks = Math.Max(1, Math.Ceiling((calendar.ToLocal(now) - start).TotalDays / 7));
        return calendar.TryToUtc(start.AddDays(7 * weeks), out var from) && calendar.TryToUtc(calendar.ToLocal(slot.End).AddDays(7 * weeks), out var to) && from < to
            ? new TimeSlot(from, to)
            : null;
    }
}
