using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api.Contracts;

namespace RoomMonitor.Web.Api.Input;

/// <summary>Reads what somebody wants to book or to change; says by field what can't be.</summary>
internal static class ReservationInput
{
    public static (ReservationDraft Draft, ReservationTimes Times) ReadDraft(JsonFields fields, CampusCalendar calendar)
    {
        ReadOnlyFields.OfNewReservation(fields);
        return ReadBooking(fields, calendar);
    }

    /// <summary>What a series has as well.</summary>
    public static (ReservationDraft Draft, ReservationTimes Times) ReadBooking(JsonFields fields, CampusCalendar calendar)
    {
        var roomId = fields.Number("room_id");
        fields.Require("room_id");
        var times = ReservationTimes.Read(fields, calendar, required: true);
        var purpose = fields.Text("purpose", mayHaveLines: true);
        fields.Require("purpose", "Please say what the room is for.");
        var attendees = fields.Number("attendees");
        fields.Require("attendees");
        var (email, phone) = (fields.Text("contact_email"), fields.Text("contact_phone"));
        fields.ThrowIfRefused();
        var details = new ReservationDetails(purpose!, attendees!.Value, email, phone);
        return (new ReservationDraft(roomId!.Value, times.Start!.Value, times.End!.Value, details), times);
    }

    /// <param name="current">As its reader sees it: it may be sent back whole, with what is to be changed.</param>
    public static (ReservationPatch Patch, ReservationTimes Times) ReadPatch(JsonFields fields, CampusCalendar calendar, WireReservation current)
    {
        ReadOnlyFields.OfReservation(fields, current);
        var times = ReservationTimes.Read(fields, calendar, required: false, new TimeSlot(current.Start, current.End));
        var patch = new ReservationPatch
        {
            RoomId = fields.Number("room_id"),
            Start = times.Start,
            End = times.End,
            Purpose = fields.Text("purpose", mayHaveLines: true),
            Attendees = fields.Number("attendees"),
            ContactEmail = Contact(fields, "contact_email"),
            ContactPhone = Contact(fields, "contact_phone"),
        };
        fields.ThrowIfRefused();
        return (patch, times);
    }

    /// <summary>The one thing that can be taken away: an empty contact, or null, does so.</summary>
    public static string? Contact(JsonFields fields, string name) => fields.Text(name) ?? (fields.Contains(name) ? "" : null);
}
