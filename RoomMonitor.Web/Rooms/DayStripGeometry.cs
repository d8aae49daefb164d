using System.Collections.Immutable;
using System.Globalization;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// The opening hours of a room's campus day as shares of a line, in percent. Linear in time, so that it is right on the days of 23 and
/// 25 hours too.
/// </summary>
public sealed record DayStripGeometry
{
    private const int HoursBetweenLabels = 4;

    private DayStripGeometry(DateTime from, DateTime to)
    {
        From = from;
        To = to;
    }

    /// <summary>The instant at the left end.</summary>
    public DateTime From { get; }

    /// <summary>The instant at the right end.</summary>
    public DateTime To { get; }

    public ImmutableArray<DayStripBlock> Blocks { get; private init; } = [];

    public ImmutableArray<DayStripTick> Ticks { get; private init; } = [];

    /// <summary>The same in words: "Today: 10:00 to 12:00, 17:00 to 20:00".</summary>
    public string Description { get; private init; } = "";

    public static DayStripGeometry Of(RoomSchedule schedule, CampusCalendar calendar, DateOnly date, DateTime now)
    {
        var open = OpeningHours.Of(calendar, date);
        var strip = new DayStripGeometry(open.Start, open.End);
        var day = calendar.Day(date);
        var today = schedule.Holds.Where(hold => hold.Slot.Overlaps(day)).ToList();
        return strip with
        {
            Blocks = [.. today.Where(hold => hold.Slot.Start < strip.To && hold.Slot.End > strip.From).Select(hold => strip.Block(hold, now))],
            Ticks = [.. OpeningHours.Each(HoursBetweenLabels).Select(hour => new DayStripTick(hour, AtHour(hour)))],
            Description = today.Count == 0
                ? StatusTexts.StripEmpty
                : StatusTexts.FormatStrip(string.Join(", ", today.Select(hold => Words(hold, day, calendar)))),
        };

        double AtHour(int hour) => strip.At(calendar.InstantOf(date, TimeSpan.FromHours(hour)));
    }

    /// <summary>Where an instant lies, in percent; 0 before the strip and 100 after it.</summary>
    public double At(DateTime instant) => To <= From ? 0 : Math.Clamp((instant - From) / (To - From) * 100, 0, 100);

    /// <summary>Whether the strip contains an instant, so that the now-line stands on it.</summary>
    public bool Contains(DateTime instant) => From <= instant && instant < To;

    /// <summary>A percentage as CSS takes it.</summary>
    public static string Css(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private DayStripBlock Block(Hold hold, DateTime now)
    {
        var left = At(hold.Slot.Start);
        var time = hold.Slot.End <= now ? DayStripBlockTime.Past : hold.Slot.Contains(now) ? DayStripBlockTime.Current : DayStripBlockTime.Coming;
        return new DayStripBlock(left, At(hold.Slot.End) - left, time, hold.IsPending);
    }

    private static string Words(Hold hold, TimeSlot day, CampusCalendar calendar)
    {
        var start = hold.Slot.Start < day.Start ? CampusFormats.Time(TimeOnly.MinValue) : CampusFormats.Time(hold.Slot.Start, calendar);
        var end = hold.Slot.End >= day.End ? CampusFormats.EndOfDay : CampusFormats.Time(hold.Slot.End, calendar);
        return hold switch
        {
            { IsBlackout: true } => StatusTexts.FormatStripClosed(start, end),
            { IsPending: true } => StatusTexts.FormatStripPending(start, end),
            _ => StatusTexts.FormatStripHold(start, end),
        };
    }
}
