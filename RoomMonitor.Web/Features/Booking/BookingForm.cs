using System.Globalization;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>What stands in the fields of the booking form, as it was typed.</summary>
/// <param name="Key">Of the intent: whatever is done with the form, it books at most once under one key.</param>
public sealed record BookingForm(Guid Key, SlotFields Time, string Purpose, string People)
{
    public static BookingForm Of(TimeSlot slot, CampusCalendar calendar, string purpose = "", int people = 1) =>
        new(Guid.NewGuid(), SlotFields.Of(slot, calendar), purpose, people.ToString(CultureInfo.InvariantCulture));
}
