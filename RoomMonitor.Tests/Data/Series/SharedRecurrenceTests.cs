using System.Globalization;
using Ical.Net.CalendarComponents;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data.Series;

/// <summary>The recurring events of a timetable's calendar files, expanded as series are, against what was counted in its source.</summary>
public sealed class SharedRecurrenceTests
{
    private static readonly CampusCalendar _calendar = CampusCalendar.Of("Europe/Lisbon");

    [Fact]
    public Task Days_OfOurTimetable_GiveTheExpectedWeekInEachRoom() => WeekOfEachRoomAsync(SharedData.Own, "northmere.ics", rooms: 15);

    [SharedFact]
    [Trait("Category", "Shared")]
    public Task Days_OfARealTimetable_GiveTheExpectedWeekInEachRoom() => WeekOfEachRoomAsync("ist-taguspark", "ics-ist-taguspark/all.ics", rooms: 30);

    private static async Task WeekOfEachRoomAsync(string campus, string calendar, int rooms)
    {
        var all = Ical.Net.Calendar.Load(await File.ReadAllTextAsync(SharedData.PathOf(campus, calendar)))!.Events
            .SelectMany(one => SlotsOf(one).Select(slot => (Room: one.Location!, Start: _calendar.ToLocal(slot.Start), End: _calendar.ToLocal(slot.End))))
            .ToLookup(one => one.Room);
        var wrong = new List<string>();
        var expectations = await File.ReadAllLinesAsync(SharedData.PathOf(campus, $"expected-{campus}-week.csv"));
        foreach (var expected in expectations.Skip(1))
        {
            var cells = expected.Split(',');
            var monday = DateTime.ParseExact(cells[1], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var week = all[cells[0]].Count(one => one.Start >= monday && one.Start < monday.AddDays(7));
            var actual = string.Create(CultureInfo.InvariantCulture, $"{week},{all[cells[0]].Count()}");
            if (actual != $"{cells[2]},{cells[4]}")
            {
                wrong.Add($"expected {expected}, but was {actual}");
            }
        }

        wrong.Should().BeEmpty();
        expectations.Should().HaveCountGreaterThan(rooms);
    }

    private static IEnumerable<TimeSlot> SlotsOf(CalendarEvent one)
    {
        var (start, end) = (one.DtStart!, one.DtEnd!);
        var times = SeriesTimes.Of(start.Value, end.Value);
        var skipped = one.ExceptionDates.GetAllDates().Select(date => date.Date).ToHashSet();
        var days = one.RecurrenceRule is { } rule
            ? RuleText.Days(RuleText.EndedOn(rule.ToString()!, _calendar.DateOf(rule.Until!.AsUtc)), start.Date)
            : [start.Date];
        return days.Where(day => !skipped.Contains(day)).Select(day => times.On(day, _calendar)!.Value);
    }
}
