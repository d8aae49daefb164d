using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Options;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Web.Api.Calendars;

/// <summary>
/// Reservations as a calendar file (RFC 5545). Each has an UID that stays, a SEQUENCE that grows with each change, and UTC times; a cancelled one says so,
/// so that reading the file again takes it away. Occurrences of a series are events of their own: each may have been moved or cancelled by itself.
/// </summary>
internal sealed class CalendarFile(ReservationViews views, IOptions<CampusOptions> campus)
{
    public const string ContentType = "text/calendar";

    private readonly string _host = HostOf(campus.Value.Name);

    /// <summary>Whoever may not know purposes gets them as <c>Reserved</c>.</summary>
    public string Of(IEnumerable<ReservationRow> rows, ApiCaller caller)
    {
        var calendar = new Calendar { Method = "PUBLISH", ProductId = "-//RoomMonitor//RoomMonitor//EN" };
        foreach (var row in rows)
        {
            calendar.Events.Add(EventOf(row, caller));
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private CalendarEvent EventOf(ReservationRow row, ApiCaller caller)
    {
        var (reservation, room) = (row.Reservation, row.Room);
        return new CalendarEvent
        {
            Uid = $"reservation-{reservation.Id}@{_host}",
            DtStamp = new CalDateTime(reservation.UpdatedAt),
            Created = new CalDateTime(reservation.CreatedAt),
            LastModified = new CalDateTime(reservation.UpdatedAt),
            Sequence = reservation.Version,
            DtStart = new CalDateTime(reservation.Start),
            DtEnd = new CalDateTime(reservation.End),
            Summary = Clean(views.MaySee(reservation.UserId, caller) ? reservation.Purpose : WireReservation.AnonymousPurpose),
            Location = Clean(room.Building.Length == 0 ? room.Name : $"{room.Name}, {room.Building}"),
            Status = reservation.Status switch
            {
                ReservationStatus.Pending => EventStatus.Tentative,
                ReservationStatus.Confirmed => EventStatus.Confirmed,
                _ => EventStatus.Cancelled,
            },
        };
    }

    /// <summary>Whatever the database holds: a file has no controls in it, and only line breaks that the format knows how to write.</summary>
    private static string Clean(string text) => HiddenCharacters.Replaced(text.ReplaceLineEndings("\n"), ' ', keepsLines: true);

    /// <summary>Such as <c>university-of-lisbon.roommonitor</c>: what makes the UIDs of one campus unlike those of another.</summary>
    private static string HostOf(string campus)
    {
        var host = new StringBuilder();
        foreach (var character in campus.ToLowerInvariant())
        {
            host.Append(char.IsAsciiLetterOrDigit(character) ? character : '-');
        }

        return host.Append(".roommonitor").ToString();
    }
}
