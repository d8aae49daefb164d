using System.Collections.Immutable;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>Reads a time where what is wrong with it is said in one sentence.</summary>
internal static class LocalTimes
{
    /// <returns>What is wrong with it, in the reader's language; null where nothing is.</returns>
    public static string? TryRead(SlotFields fields, CampusCalendar calendar, out TimeSlot slot)
    {
        var read = fields.Read(calendar, out var problems);
        slot = read ?? default;
        return read is null ? WordsOf(problems) : null;
    }

    private static string WordsOf(ImmutableDictionary<BookingField, SlotProblem> problems) => problems.Values.Min() switch
    {
        SlotProblem.Missing => BookingTexts.IncompleteTime,
        SlotProblem.SkippedByClock => BookingTexts.SkippedTime,
        _ => BookingTexts.EndNotAfterStart,
    };
}
