using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Kiosks.Screens;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.Browser;

/// <summary>
/// A campus day with everything that a schedule can bring, and the pages that a screen gets in each of its states: before and at each
/// transition, and between them.
/// </summary>
internal sealed class PaintedDay
{
    private static readonly ScreenLook _colours = new(null, Eink: false, null);
    private static readonly ScreenLook _ink = new(null, Eink: true, null);
    private static readonly Dictionary<string, string> _letters = new() { ["Main Building"] = "M", ["Weaver Hall"] = "W", ["מגדל"] = "מ" };

    private readonly CampusCalendar _calendar;
    private readonly DateOnly _date;
    private readonly TimeSlot _day;
    private readonly RoomSchedule[] _rooms;

    public PaintedDay(string zone, DateOnly date)
    {
        _calendar = CampusCalendar.Of(zone);
        _date = date;
        _day = _calendar.Day(date);
        RoomSchedule[] rooms =
        [
            // Since yesterday; then what waits for approval; a gap; a chain.
            Room(
                1, "Room 1.4", "Main Building", 1, 12,
                Held(1, -1, 10, 0, 13), Held(2, 0, 13, 0, 14.5, isPending: true), Held(3, 0, 16, 0, 17), Held(4, 0, 17, 0, 17.25)),
            // Over several days, and since more than a week.
            Room(2, "Room 1.10", "Main Building", 1, 30, Held(5, -2, 9, 2, 12)),
            Room(3, "room 1.4", "Main Building", 2, 1, Held(6, -9, 9, 0, 8), Held(7, 1, 0.5, 9, 12)),
            // Over midnight, to midnight, through the hours in which clocks are set.
            Room(4, "Aula Ä", "Main Building", 2, 0, Held(8, 0, 8, 0, 10), Held(9, 0, 22, 1, 1.5)),
            Room(5, "Aula A", "Weaver Hall", -1, 8, Held(10, 0, 0, 0, 2.5), Held(11, 0, 20, 1, 0)),
            // Closed, over a reservation and beside one; held until tomorrow's noon.
            Room(6, "אולם 5", "מגדל", 0, 16, Closed(0, 9, 0, 12), Held(12, 0, 10, 0, 11), Closed(0, 18, 1, 12)),
            // Something tomorrow alone, nothing at all.
            Room(7, "Lab 2", "Weaver Hall", 0, 5, Held(13, 1, 9, 1, 9.5)),
            Room(8, "Lab 10", "Weaver Hall", 0, 5),
        ];
        _rooms = [.. rooms.OrderBy(room => room.Room, RoomOrder.Reading)];
    }

    /// <summary>Each page of each state, in the culture of the caller.</summary>
    public async Task<IReadOnlyList<PaintedPage>> PagesAsync()
    {
        await using var renderer = new HtmlRenderer(
            new ServiceCollection().AddSingleton<NavigationManager, Address>().BuildServiceProvider(), NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var pages = new List<PaintedPage>();
            foreach (var room in _rooms)
            {
                foreach (var now in Transitions([room]))
                {
                    pages.Add(await PageAsync<DoorPage>(renderer, "door", [room], now.AddMilliseconds(-1), _colours));
                    pages.Add(await PageAsync<DoorPage>(renderer, "door", [room], now, _colours));
                    pages.Add(await PageAsync<DoorPage>(renderer, "door", [room], now, _ink));
                }
            }

            foreach (var transition in Transitions(_rooms))
            {
                // Some minutes and seconds later: what counts down stands between two minutes.
                var now = transition.AddMinutes(7.3);
                pages.Add(await PageAsync<OverviewPage>(renderer, "overview", _rooms, now, _colours));
                pages.Add(await PageAsync<FreePage>(renderer, "free", _rooms, now, _colours));
                pages.Add(await PageAsync<FreePage>(renderer, "free", [.. _rooms.Where(room => room.Room.Floor == 1)], now, _colours, "Main Building"));
            }

            return pages;
        });
    }

    private async Task<PaintedPage> PageAsync<TPage>(
        HtmlRenderer renderer, string script, IReadOnlyList<RoomSchedule> rooms, DateTime now, ScreenLook look, string? building = null)
        where TPage : IComponent
    {
        var screenRooms = rooms.Select(room => ScreenRoom.Of(new RoomOccupancy(room, room.StatusAt(now)), _calendar, now)).ToList();
        var view = new ScreenView(look, screenRooms, building, null, _letters, "Campus", _calendar, now, TimeSpan.FromMinutes(5), null, "rooms.example.edu");
        var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view }));
        var name = string.Create(CultureInfo.InvariantCulture, $"{script} {(look.Eink ? "ink " : "")}{string.Join('/', rooms.Select(room => room.Room.Id))} at {now:O}");
        return new PaintedPage(name, script, page.ToHtmlString());
    }

    /// <summary>Those of a day, its beginning and the one after.</summary>
    private SortedSet<DateTime> Transitions(IReadOnlyList<RoomSchedule> rooms)
    {
        var transitions = new SortedSet<DateTime> { _day.Start };
        foreach (var room in rooms)
        {
            for (var next = room.NextTransitionAfter(_day.Start); next <= _day.End; next = room.NextTransitionAfter(next))
            {
                transitions.Add(next);
            }
        }

        return transitions;
    }

    private RoomSchedule Room(int id, string name, string building, int floor, int capacity, params Hold[] holds) =>
        RoomSchedule.Of(new Room { Id = id, Code = $"R{id}", Name = name, Building = building, Floor = floor, Capacity = capacity }, _calendar, holds);

    private Hold Held(int id, int day, double hour, int lastDay, double lastHour, bool isPending = false) => new(Slot(day, hour, lastDay, lastHour), id, id, isPending);

    private Hold Closed(int day, double hour, int lastDay, double lastHour) => new(Slot(day, hour, lastDay, lastHour), null, 0);

    private TimeSlot Slot(int day, double hour, int lastDay, double lastHour) => new(At(day, hour), At(lastDay, lastHour));

    private DateTime At(int day, double hour) => _calendar.InstantOf(_date.AddDays(day), TimeSpan.FromHours(hour));

    private sealed class Address : NavigationManager
    {
        public Address() => Initialize("http://localhost/", "http://localhost/");
    }
}
