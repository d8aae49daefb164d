using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data.Timetables;

/// <summary>What spreadsheets make of a file is read where it means one thing only.</summary>
public sealed class SpreadsheetTests
{
    private const string Row = "m1,A1,weekly,MO,09:00,10:30,2026-12-07,2026-12-07,,,Waves,12,20";

    [Theory]
    [InlineData("09:00:00", "10:30:00", "09:00", "10:30")]
    [InlineData("9:00", "10:30:00.000", "09:00", "10:30")]
    [InlineData("9:00 AM", "12:30 PM", "09:00", "12:30")]
    [InlineData("9:00:00 am", "1:05 p.m.", "09:00", "13:05")]
    [InlineData("09:00AM", "12:00\u202fPM", "09:00", "12:00")] // the blank of newer systems
    [InlineData("12:15 AM", "11:59 PM", "00:15", "23:59")]
    [InlineData("20:00", "24:00", "20:00", "00:00")]
    [InlineData("20:00", "0:00", "20:00", "00:00")]
    [InlineData("20:00:00", "24:00:00", "20:00", "00:00")]
    [InlineData("8:00 PM", "12:00 AM", "20:00", "00:00")]
    [InlineData("00:00", "24:00", "00:00", "00:00")]
    public void Read_TimesOfSpreadsheets_AreTimes(string start, string end, string from, string to)
    {
        var source = Read(Row.Replace("09:00", start, StringComparison.Ordinal).Replace("10:30", end, StringComparison.Ordinal));

        source.Errors.Should().BeEmpty();
        var slot = source.Occurrences.Should().ContainSingle().Subject.Slot;
        (Timetable.Lisbon.TimeOfDay(slot.Start), Timetable.Lisbon.TimeOfDay(slot.End)).Should().Be((from, to));
        Timetable.Lisbon.DateOf(slot.End.AddTicks(-1)).Should().Be(new DateOnly(2026, 12, 7));
    }

    [Theory]
    [InlineData(';', "semicolons")]
    [InlineData('\t', "tabs")]
    public void Read_OtherSeparators_AreFoundAndSaid(char separator, string name)
    {
        var source = TimetableSource.Read(Timetable.Request(
            Timetable.TwoRooms.Replace(',', separator), $"{Timetable.MeetingsHeader}\n{Row}".Replace(',', separator).Replace("Waves", "\"Waves, large\"", StringComparison.Ordinal)));

        source.Errors.Should().BeEmpty();
        source.Meetings.Single().Purpose.Should().Be("Waves, large");
        source.Notes.Should().Equal($"rooms.csv: {name} stand between the cells, and were read so.", $"meetings.csv: {name} stand between the cells, and were read so.");
    }

    [Theory]
    [InlineData("sep=,\n")]
    [InlineData("\"sep=,\"\r\n")]
    [InlineData("\uFEFFSEP=,\n\n")]
    [InlineData(",,,,,,,,,,,,\n")]
    public void Read_LinesBeforeTheHeader_AreCountedAndPassedOver(string before)
    {
        var source = TimetableSource.Read(Timetable.Request(Timetable.TwoRooms, $"{before}{Timetable.MeetingsHeader}\n,,,,,,,,,,,,\n{Row}\n , ,,,,,,,,,,,\n,,\n{Row}"));

        source.Meetings.Should().ContainSingle();
        var header = before.Count(letter => letter == '\n') + 1;
        source.Errors.Should().ContainSingle().Which.ToString()
            .Should().Be($"meetings.csv, line {header + 5}, column meeting_id: meeting m1 stands in line {header + 2} already.");
        source.Notes.Should().BeEmpty();
    }

    [Fact]
    public async Task Import_NamesInOtherForms_AreTheSameRoomsAndMeetings()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(Timetable.Request(
            $"{Timetable.RoomsHeader}\n\u00d31,\u00d3ptica,Caf\u00e9,1,20\n", $"{Timetable.MeetingsHeader}\n{Row.Replace("A1", "\u00d31", StringComparison.Ordinal)}"));

        // Decomposed, with a soft hyphen, a no-break blank and a zero-width blank: as another program writes it.
        var report = await database.ImportAsync(Timetable.Request(
            $"{Timetable.RoomsHeader}\nO\u03011\u200b,O\u0301ptica\u00a0,Cafe\u0301,1,20\n",
            $"{Timetable.MeetingsHeader}\n{Row.Replace("A1", "o\u03011", StringComparison.Ordinal).Replace("m1", "m\u00ad1", StringComparison.Ordinal)}"));

        report.Should().BeEquivalentTo(new { IsImported = true, RoomsCreated = 0, RoomsUpdated = 0, Created = 0, Updated = 0, Unchanged = 1 });
        await using var context = database.Open();
        (await context.Rooms.SingleAsync()).Should().BeEquivalentTo(new { Code = "\u00d31", Name = "\u00d3ptica", Building = "Caf\u00e9" });
    }

    [Fact]
    public void Read_OneRoomInTwoForms_StandsThereTwice() =>
        TimetableSource.Read(Timetable.Request($"{Timetable.RoomsHeader}\n\u00d31,,,,\nO\u03011,,,,\n", Timetable.MeetingsHeader)).Errors
            .Should().ContainSingle().Which.Column.Should().Be("room_id");

    private static TimetableSource Read(params string[] rows) => TimetableSource.Read(Timetable.Meetings(rows));
}
