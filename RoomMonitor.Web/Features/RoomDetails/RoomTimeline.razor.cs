using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Booking;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>A room's today on a line from opening to closing, with the now-line; on a phone also line by line in words.</summary>
public sealed partial class RoomTimeline : ComponentBase
{
    private static readonly TimeSpan _long = TimeSpan.FromMinutes(120);
    private static readonly TimeSpan _named = TimeSpan.FromMinutes(90);
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(45);

    /// <summary>What holds the room today, by start.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<CalendarEntry> Entries { get; set; }

    /// <summary>The campus day.</summary>
    [Parameter, EditorRequired]
    public required DateOnly Date { get; set; }

    [Parameter, EditorRequired]
    public required CampusCalendar Calendar { get; set; }

    /// <summary>The campus instant of this render; the now-line goes on from there in the browser.</summary>
    [Parameter, EditorRequired]
    public required DateTime Now { get; set; }

    /// <summary>Colours what holds the room now.</summary>
    [Parameter, EditorRequired]
    public required DisplayStatus Display { get; set; }

    /// <summary>What the reader is about to book.</summary>
    [Parameter]
    public TimeSlot? Draft { get; set; }

    /// <summary>What others are about to book.</summary>
    [Parameter]
    public ImmutableArray<TimeSlot> Picks { get; set; } = [];

    private DayScale Scale { get; set; } = null!;

    private ImmutableArray<AgendaLine> Agenda { get; set; } = [];

    private string Heading => BookingWords.Day(Date, Calendar.DateOf(Now));

    private TimeSlot Day => Calendar.Day(Date);

    private bool IsStale => Display == DisplayStatus.Unknown;

    protected override void OnParametersSet()
    {
        Scale = DayScale.Of(Calendar, Date);
        Agenda = DayAgenda.Of(Entries, Calendar.Day(Date), new TimeSlot(Scale.From, Scale.To), Now);
    }

    /// <summary>As much as the line has room for.</summary>
    private string? Name(TimeSlot slot, string name) => Shown(slot) >= _named ? name : null;

    private double Percent(int hour) => (hour - Scale.First) * 100.0 / (Scale.Last - Scale.First);

    private string Place(TimeSlot slot)
    {
        var left = Scale.At(slot.Start);
        return $"left:{DayScale.Css(left)};width:{DayScale.Css(Scale.EndAt(slot.End) - left)}";
    }

    private string NowStyle() => $"--at:{DayScale.Css(Scale.At(Now))};--line:{(Scale.Contains(Now) && !IsStale ? 1 : 0)}";

    private string? Times(TimeSlot slot) => Shown(slot) switch
    {
        var length when length >= _long => Range(slot),
        var length when length >= _shortest && slot.Start >= Day.Start => CampusFormats.Time(slot.Start, Calendar),
        _ => null,
    };

    private string Range(TimeSlot slot) => DayTimes.Of(slot, Day, Calendar);

    /// <summary>How much of it is on the line.</summary>
    private TimeSpan Shown(TimeSlot slot) => (slot.End < Scale.To ? slot.End : Scale.To) - (slot.Start > Scale.From ? slot.Start : Scale.From);

    private string Count() => Entries.Count(entry => !entry.IsClosure) switch
    {
        0 => RoomPageTexts.ReservationsNone,
        1 => RoomPageTexts.ReservationsOne,
        var count => RoomPageTexts.FormatReservationsMany(count),
    };

    private string Description()
    {
        var lines = Agenda.Where(line => line.Entry is not null).Select(line => $"{Range(line.Entry!.Slot)} {EntryWords.InFull(line.Entry!)}")
            .Concat(Draft is { } draft ? [$"{Range(draft)} {RoomPageTexts.New}"] : []);
        return Entries.IsEmpty && Draft is null ? $"{Heading}: {RoomPageTexts.ReservationsNone}" : $"{Heading}: {string.Join("; ", lines)}";
    }
}
