using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data.Timetables;

/// <summary>What spreadsheets make of a timetable: our own files, and those that people's reports became.</summary>
public sealed class SharedCasesTests
{
    [Theory]
    [InlineData("empty-rows.csv", "09:00", "10:30")]
    [InlineData("times-seconds.csv", "09:00", "10:30")]
    [InlineData("sep-line.csv", "09:00", "10:30")]
    [InlineData("semicolons.csv", "09:00", "10:30")]
    [InlineData("tabs.csv", "09:00", "10:30")]
    [InlineData("times-12-hour.csv", "09:00", "12:30")]
    [InlineData("ends-at-24.csv", "20:00", "00:00")]
    [InlineData("ends-at-0.csv", "20:00", "00:00")]
    public Task ImportAsync_OwnCase_GivesItsReservations(string file, string from, string to) => ReservationsAsync(SharedData.Samples, file, from, to);

    [SharedTheory]
    [Trait("Category", "Shared")]
    [InlineData("empty-rows.csv", "09:00", "10:30")]
    [InlineData("times-seconds.csv", "09:00", "10:30")]
    [InlineData("sep-line.csv", "09:00", "10:30")]
    [InlineData("semicolons.csv", "09:00", "10:30")]
    [InlineData("tabs.csv", "09:00", "10:30")]
    [InlineData("times-12-hour.csv", "09:00", "12:30")]
    [InlineData("ends-at-24.csv", "20:00", "00:00")]
    [InlineData("ends-at-0.csv", "20:00", "00:00")]
    public Task ImportAsync_Case_GivesItsReservations(string file, string from, string to) => ReservationsAsync(SharedData.Shared, file, from, to);

    private static async Task ReservationsAsync(string folder, string file, string from, string to)
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(new(
            await TimetableFile.ReadAsync(Path.Combine(folder, "cases", "rooms.csv"), default),
            await TimetableFile.ReadAsync(Path.Combine(folder, "cases", file), default),
            Timetable.Lisbon));

        report.Errors.Should().BeEmpty();
        await using var context = database.Open();
        var reservations = await context.Reservations.OrderBy(reservation => reservation.Start).ToListAsync();
        reservations.Select(reservation => Timetable.Lisbon.DateOf(reservation.Start)).Should()
            .Equal(new(2026, 12, 7), new(2026, 12, 9), new(2026, 12, 14), new(2026, 12, 16));
        foreach (var reservation in reservations)
        {
            (Timetable.Lisbon.TimeOfDay(reservation.Start), Timetable.Lisbon.TimeOfDay(reservation.End)).Should().Be((from, to));
            Timetable.Lisbon.DateOf(reservation.End.AddTicks(-1)).Should().Be(Timetable.Lisbon.DateOf(reservation.Start));
        }

        (await context.Rooms.SingleAsync(room => room.Code == "Q3")).Should().Match<Room>(room => !room.HasKnownCapacity && room.Seats(5_000));
    }
}
