using System.Collections.Immutable;
using System.Globalization;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>
/// Hours of a campus day as shares of a line, in percent. Each hour of the clock is equally long, so that the days of a week stand
/// side by side: one that the clock repeats holds both, one that it skips stays empty.
/// </summary>
public sealed class DayScale
{
    private readonly ImmutableArray<DateTime> _lines;

    private DayScale(DateOnly date, int first, ImmutableArray<DateTime> lines)
    {
        Date = date;
        First = first;
        _lines = lines;
    }

    public DateOnly Date { get; }

    /// <summary>The hour of the clock at the beginning.</summary>
    public int First { get; }

    /// <summary>The hour of the clock at the end; 24 is midnight.</summary>
    public int Last => First + _lines.Length - 1;

    /// <summary>The instant at the beginning.</summary>
    public DateTime From => _lines[0];

    /// <summary>The instant at the end.</summary>
    public DateTime To => _lines[^1];

    /// <summary>The opening hours, or others.</summary>
    public static DayScale Of(
        CampusCalendar calendar, DateOnly date, int first = OpeningHours.FirstHour, int last = OpeningHours.LastHour) =>
        new(date, first, [.. Enumerable.Range(first, last - first + 1).Select(hour => calendar.InstantOf(date, TimeSpan.FromHours(hour)))]);

    /// <summary>Where what begins at an instant begins; 0 before the scale and 100 after it.</summary>
    public double At(DateTime instant)
    {
        var line = _lines.Length - 1;
        while (line >= 0 && _lines[line] > instant)
        {
            line--;
        }

        return line < 0 ? 0 : Between(line, instant);
    }

    /// <summary>Where what ends at an instant ends: before an hour that the clock skips there, not after it.</summary>
    public double EndAt(DateTime instant)
    {
        var line = 0;
        while (line < _lines.Length && _lines[line] < instant)
        {
            line++;
        }

        return line == _lines.Length ? 100 : line == 0 || _lines[line] == instant ? Percent(line) : Between(line - 1, instant);
    }

    /// <summary>The instants of the hour lines.</summary>
    public ImmutableArray<DateTime> Lines => _lines;

    /// <summary>Whether the clock neither skips nor repeats anything here.</summary>
    public bool IsEven => To - From == TimeSpan.FromHours(Last - First);

    public bool Contains(DateTime instant) => From <= instant && instant < To;

    /// <summary>Whether something of a slot is on the scale.</summary>
    public bool Shows(TimeSlot slot) => slot.Start < To && slot.End > From;

    /// <summary>A percentage as CSS takes it.</summary>
    public static string Css(double percent) => percent.ToString("0.###", CultureInfo.InvariantCulture) + "%";

    private double Between(int line, DateTime instant) =>
        line == _lines.Length - 1 ? 100 : Percent(line) + ((instant - _lines[line]) / (_lines[line + 1] - _lines[line]) * Percent(1));

    private double Percent(int line) => line * 100.0 / (_lines.Length - 1);
}
