using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Rooms.Addresses;

/// <summary>Between two times of a campus day, in whole minutes; <paramref name="To"/> lies after <paramref name="From"/>, at 24:00 the latest.</summary>
public sealed record DayTime(DateOnly Date, TimeSpan From, TimeSpan To) : BrowseTime
{
    public static readonly TimeSpan Midnight = TimeSpan.FromDays(1);

    /// <summary>
    /// The first instants at which the clocks show the times. Where the clock skips both, the slot begins after the jump and is as long as
    /// it looks.
    /// </summary>
    public override TimeSlot SlotAt(DateTime now, CampusCalendar calendar)
    {
        var (start, end) = (calendar.InstantOf(Date, From), calendar.InstantOf(Date, To));
        return new TimeSlot(start, end > start ? end : start + (To - From));
    }

    /// <summary>An interval of a day, cut off at midnight.</summary>
    public static DayTime Of(DateOnly date, TimeSpan from, TimeSpan length)
    {
        var to = from + length;
        return new DayTime(date, from, to < Midnight ? to : Midnight);
    }

    /// <summary>At another start, as long as before where the day is long enough.</summary>
    public DayTime StartingAt(TimeSpan from) => Of(Date, from, To - From);
}
