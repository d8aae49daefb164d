using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data.Timetables;

/// <summary>
/// Timetables of an invented university and of two real ones against what was counted in their sources, but for the overlaps that are reported.
/// </summary>
public sealed class SharedTimetableTests
{
    [Fact]
    public Task ImportAsync_OwnTimetable_GivesTheExpectedWeekInEachRoom() => WeekOfEachRoomAsync(SharedData.Own, "Europe/Lisbon");

    [SharedTheory]
    [Trait("Category", "Shared")]
    [InlineData("ist-taguspark", "Europe/Lisbon")]
    [InlineData("itc2019-pu-d5-spr17", "America/Indiana/Indianapolis")]
    public Task ImportAsync_RealTimetable_GivesTheExpectedWeekInEachRoom(string campus, string zone) => WeekOfEachRoomAsync(campus, zone);

    [Fact]
    public Task ImportAsync_OwnTimetable_LeavesOutWhatOverlapsAndNothingElse() => OverlapsAsync(SharedData.Own, "Europe/Lisbon", hasOverlaps: true);

    [SharedTheory]
    [Trait("Category", "Shared")]
    [InlineData("ist-taguspark", "Europe/Lisbon", true)]
    [InlineData("itc2019-pu-d5-spr17", "America/Indiana/Indianapolis", false)]
    public Task ImportAsync_RealTimetable_LeavesOutWhatOverlapsAndNothingElse(string campus, string zone, bool hasOverlaps) =>
        OverlapsAsync(campus, zone, hasOverlaps);

    private static async Task WeekOfEachRoomAsync(string campus, string zone)
    {
        var calendar = CampusCalendar.Of(zone);
        var request = await RequestAsync(campus, calendar);
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(request);

        report.Errors.Should().BeEmpty();
        report.Skipped.Should().BeEmpty();
        var imported = await ImportedAsync(database);
        var all = imported
            .Concat(report.Overlaps.Select(overlap => (overlap.RoomCode, overlap.Slot)))
            .ToLookup(one => one.RoomCode, one => (Start: calendar.ToLocal(one.Slot.Start), End: calendar.ToLocal(one.Slot.End)));
        var wrong = new List<string>();
        var expectations = await File.ReadAllLinesAsync(SharedData.PathOf(campus, $"expected-{campus}-week.csv"));
        foreach (var expected in expectations.Skip(1))
        {
            var cells = expected.Split(',');
            var monday = DateTime.ParseExact(cells[1], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var week = all[cells[0]].Where(one => one.Start >= monday && one.Start < monday.AddDays(7)).ToList();
            var actual = string.Create(CultureInfo.InvariantCulture, $"{cells[0]},{cells[1]},{week.Count},{MinutesOfUnion(week)},{all[cells[0]].Count()}");
            if (actual != expected)
            {
                wrong.Add($"expected {expected}, but was {actual}");
            }
        }

        wrong.Should().BeEmpty();
        expectations.Should().HaveCountGreaterThan(campus == SharedData.Own ? 15 : 40);
        report.Created.Should().Be(imported.Count).And.BeGreaterThan(3_000);
    }

    private static async Task OverlapsAsync(string campus, string zone, bool hasOverlaps)
    {
        var request = await RequestAsync(campus, CampusCalendar.Of(zone));
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(request);

        var rooms = (await ImportedAsync(database)).GroupBy(one => one.RoomCode).ToDictionary(room => room.Key, room => room.Select(one => one.Slot).Order(_byStart).ToList());
        foreach (var slots in rooms.Values)
        {
            slots.Zip(slots.Skip(1)).Where(pair => pair.First.Overlaps(pair.Second)).Should().BeEmpty();
        }

        report.Overlaps.Any().Should().Be(hasOverlaps);
        report.Overlaps.Where(overlap => !rooms[overlap.RoomCode].Exists(overlap.Slot.Overlaps)).Should().BeEmpty();
        report.Overlaps.SelectMany(overlap => overlap.Holds, (overlap, hold) => overlap.Line - hold.Line).Where(distance => distance is not > 0).Should().BeEmpty();

        var again = await database.ImportAsync(request);
        again.Should().BeEquivalentTo(new { RoomsCreated = 0, RoomsUpdated = 0, Created = 0, Updated = 0, Unchanged = report.Created });
        again.Overlaps.Select(overlap => (overlap.Line, overlap.Date)).Should().Equal(report.Overlaps.Select(overlap => (overlap.Line, overlap.Date)));
    }

    private static readonly Comparer<TimeSlot> _byStart = Comparer<TimeSlot>.Create((a, b) => a.Start.CompareTo(b.Start));

    private static async Task<TimetableImportRequest> RequestAsync(string campus, CampusCalendar calendar) => new(
        await TimetableFile.ReadAsync(SharedData.PathOf(campus, $"campus-{campus}-rooms.csv"), default),
        await TimetableFile.ReadAsync(SharedData.PathOf(campus, $"campus-{campus}-meetings.csv"), default),
        calendar);

    private static async Task<List<(string RoomCode, TimeSlot Slot)>> ImportedAsync(TestDatabase database)
    {
        await using var context = database.Open();
        var codes = await context.Rooms.ToDictionaryAsync(room => room.Id, room => room.Code);
        var reservations = await context.Reservations.AsNoTracking().ToListAsync();
        return [.. reservations.Select(reservation => (codes[reservation.RoomId], reservation.Slot))];
    }

    private static int MinutesOfUnion(IEnumerable<(DateTime Start, DateTime End)> slots)
    {
        var minutes = new HashSet<DateTime>();
        foreach (var (start, end) in slots)
        {
            for (var minute = start; minute < end; minute = minute.AddMinutes(1))
            {
                minutes.Add(minute);
            }
        }

        return minutes.Count;
    }
}
