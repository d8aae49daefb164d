using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Features.Browse;

/// <summary>What somebody needs, as a sentence whose words can be chosen, with search and chips below.</summary>
public sealed partial class RequestLine
{
    /// <summary>Further days are chosen in a calendar.</summary>
    private const int NamedDays = 7;

    private const int MostChips = 9;

    private static readonly TimeSpan _quarter = TimeSpan.FromMinutes(15);

    private static readonly ImmutableArray<OccupancyStatus> _statuses = [OccupancyStatus.Free, OccupancyStatus.EndingSoon, OccupancyStatus.Occupied];

    private static readonly ImmutableArray<int> _seats = [1, 2, 4, 6, 8, 10, 12, 16, 20, 30, 50, 80, 120, 200, 400, 800];

    [Parameter, EditorRequired]
    public required CampusChoices Choices { get; set; }

    [Parameter, EditorRequired]
    public required CampusCalendar Calendar { get; set; }

    /// <summary>The campus instant of this render.</summary>
    [Parameter, EditorRequired]
    public required DateTime Now { get; set; }

    private DateOnly Today => Calendar.DateOf(Now);

    private IEnumerable<int> SeatChoices => _seats.Where(seats => seats <= Choices.LargestRoom).Append(Query.Seats).Where(seats => seats > 0).Distinct().Order();

    /// <summary>The most common ones, and what was chosen among the others.</summary>
    private IEnumerable<string> AmenityChips =>
        Choices.Amenities.Take(MostChips).Concat(Query.Amenities).Distinct(NameComparer.Instance);

    private IEnumerable<string> MoreAmenities => Choices.Amenities.Skip(MostChips).Where(amenity => !Query.Amenities.Contains(amenity));

    private string WhenValue => Query.Time switch
    {
        NextMinutes => BrowseQuery.NowWord,
        DayTime day when day.Date >= Today && day.Date < Today.AddDays(NamedDays) => DateValue(day.Date),
        DayTime => BrowseQuery.OtherWord,
        _ => "",
    };

    private bool IsOther => WhenValue == BrowseQuery.OtherWord;

    private static string Pressed(bool isPressed) => isPressed ? "true" : "false";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string DateValue(DateOnly date) => date.ToString(QueryWriter.DateFormat, CultureInfo.InvariantCulture);

    private static string TimeValue(TimeSpan time) => QueryWriter.WordOf(time);

    private static string Word(TimeSpan time) => time == DayTime.Midnight ? BrowseTexts.Midnight : CampusFormats.Time(TimeOnly.FromTimeSpan(time));

    private static string NameOf(int days, DateOnly date) => days switch
    {
        0 => BrowseTexts.Today,
        1 => BrowseTexts.Tomorrow,
        _ => CampusFormats.ShortDay(date),
    };

    /// <summary>The quarters of an hour between two times, and what is chosen already.</summary>
    private static IEnumerable<TimeSpan> Times(TimeSpan chosen, TimeSpan first, TimeSpan last) =>
        Enumerable.Range(0, 97).Select(quarter => quarter * _quarter).Where(time => time >= first && time <= last).Append(chosen).Distinct().Order();

    private Task OnSeats(string? value) =>
        ChangeAsync(Query with { Seats = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seats) ? seats : 0 });

    private Task OnBuilding(string? value) => ChangeAsync(Query with { Building = value ?? "" });

    private Task OnWhen(string? value) => ChangeAsync(Query with
    {
        Time = value switch
        {
            BrowseQuery.NowWord => new NextMinutes(60),
            BrowseQuery.OtherWord => On(Today.AddDays(NamedDays)),
            _ => QueryValues.DateOf(value) is { } date ? On(date) : null,
        },
    });

    private Task OnMinutes(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
        ? ChangeAsync(Query with { Time = new NextMinutes(minutes) })
        : Task.CompletedTask;

    private Task OnDate(ChangeEventArgs change) =>
        QueryValues.DateOf((string?)change.Value) is { } date ? ChangeAsync(Query with { Time = On(date) }) : Task.CompletedTask;

    private Task OnFrom(string? value) => Query.Time is DayTime day && QueryValues.TimeOf(value) is { } from && from < DayTime.Midnight
        ? ChangeAsync(Query with { Time = day.StartingAt(from) })
        : Task.CompletedTask;

    private Task OnTo(string? value) => Query.Time is DayTime day && QueryValues.TimeOf(value) is { } to && to > day.From
        ? ChangeAsync(Query with { Time = day with { To = to } })
        : Task.CompletedTask;

    private Task OnAmenity(ChangeEventArgs change) => change.Value is string { Length: > 0 } amenity
        ? ChangeAsync(Query with { Amenities = Query.Amenities.Toggle(amenity) })
        : Task.CompletedTask;

    /// <summary>The times chosen before, on another day; else an hour from the next quarter on, or in the morning of a later day.</summary>
    private DayTime On(DateOnly date)
    {
        if (Query.Time is DayTime day)
        {
            return day with { Date = date };
        }

        var length = TimeSpan.FromMinutes(Query.Time is NextMinutes next ? next.Minutes : 60);
        var now = Calendar.ToLocal(Now).TimeOfDay;
        var from = date > Today ? TimeSpan.FromHours(9) : TimeSpan.FromMinutes(Math.Min(23.75 * 60, Math.Ceiling(now / _quarter) * 15));
        return DayTime.Of(date, from, length);
    }
}
