using RoomMonitor.Data.Statistics;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>What somebody's reservations come to.</summary>
/// <param name="BookedThisMonth">Of those that start in the campus month.</param>
/// <param name="Favourite">Name of the room that was reserved most since <see cref="Span"/> began; null where there is none.</param>
/// <param name="FavouriteCount">How often.</param>
public sealed record OwnStatistics(TimeSpan BookedThisMonth, string? Favourite, int FavouriteCount)
{
    /// <summary>How far back the favourite is looked for.</summary>
    private const int FavouriteDays = 90;

    public static OwnStatistics Nothing { get; } = new(TimeSpan.Zero, null, 0);

    /// <summary>Starts within it are needed to count.</summary>
    public static TimeSlot Span(DateTime now, CampusCalendar calendar)
    {
        var (month, early) = (MonthOf(now, calendar), now.AddDays(-FavouriteDays));
        return new TimeSlot(early < month.Start ? early : month.Start, month.End);
    }

    /// <param name="uses">Those that start within <see cref="Span"/>.</param>
    public static OwnStatistics Of(IReadOnlyList<RoomUse> uses, DateTime now, CampusCalendar calendar)
    {
        var month = MonthOf(now, calendar);
        var favourite = uses.GroupBy(use => use.RoomId).MaxBy(room => room.Count());
        return new OwnStatistics(
            uses.Where(use => month.Contains(use.Start)).Aggregate(TimeSpan.Zero, (sum, use) => sum + (use.End - use.Start)),
            favourite?.First().RoomName,
            favourite?.Count() ?? 0);
    }

    private static TimeSlot MonthOf(DateTime now, CampusCalendar calendar)
    {
        var today = calendar.DateOf(now);
        var first = new DateOnly(today.Year, today.Month, 1);
        return new TimeSlot(calendar.StartOf(first), calendar.StartOf(first.AddMonths(1)));
    }
}
