using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>The sentence under the booking form: what will happen, or that the time is taken.</summary>
/// <param name="Lead">"Today 14:15–15:15, 1 h."</param>
/// <param name="Text">What follows it.</param>
/// <param name="IsTaken">The room is held at this time: there is nothing to book.</param>
public sealed record BookingSummary(string Lead, string Text, bool IsTaken)
{
    public static BookingSummary Of(TimeSlot slot, RoomOccupancy room, CampusCalendar calendar, DateTime now)
    {
        var lead = BookingTexts.FormatSummaryLead(BookingWords.When(slot, calendar, now), CampusFormats.Duration(slot.Length));
        if (room.Schedule.Holds.FirstOrDefault(hold => hold.Slot.Overlaps(slot)) is { } inTheWay)
        {
            var taken = inTheWay.IsBlackout
                ? BookingTexts.SummaryClosed
                : BookingTexts.FormatSummaryTaken(CampusFormats.Range(inTheWay.Slot, calendar));
            return new BookingSummary(lead, taken, IsTaken: true);
        }

        var approval = room.Room.RequiresApproval ? BookingTexts.SummaryApproval : BookingTexts.SummaryConfirmed;
        return new BookingSummary(lead, $"{Fit(slot, room.Schedule, calendar, now)} {approval}", IsTaken: false);
    }

    private static string Fit(TimeSlot slot, RoomSchedule schedule, CampusCalendar calendar, DateTime now)
    {
        if (slot.End > now + OccupancyRules.FreeUntilWindow)
        {
            return BookingTexts.SummaryUnknown;
        }

        var next = schedule.Holds.FirstOrDefault(hold => hold.Slot.Start >= slot.End);
        return next is null || next.Slot.Start >= calendar.DayOf(slot.End.AddTicks(-1)).End ? BookingTexts.SummaryNothingAfter
            : next.Slot.Start == slot.End ? BookingTexts.SummaryTouches
            : BookingTexts.FormatSummaryFits(CampusFormats.Time(next.Slot.Start, calendar));
    }
}
