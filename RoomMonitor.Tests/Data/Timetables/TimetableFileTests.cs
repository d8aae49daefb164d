using System.Text;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Domain.Names;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data.Timetables;

/// <summary>What the two files may look like, and where an error is said to be.</summary>
public sealed class TimetableFileTests
{
    [Fact]
    public void Read_ColumnsInAnyOrderWithUnknownOnes_AreFound()
    {
        var source = Read("capacity,floor,note,building,room_name,room_id\r\n20,-1,x,\"Main, East\",\"The \"\"Hall\"\"\",H\r\n", Timetable.MeetingsHeader);

        source.Errors.Should().BeEmpty();
        source.Rooms.Should().Equal(new RoomLine(2, "H", "The \"Hall\"", "Main, East", -1, 20));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Read_LinesBehindBlankOnesAndLineBreaksInQuotes_AreCountedAsAnEditorDoes(string newLine)
    {
        string[] lines = ["", Timetable.RoomsHeader, "", "A1,\"Room", "\"\"A1\"\"\",,,20", "A2,Room A2,,,x"];

        var source = Read(string.Join(newLine, lines), Timetable.MeetingsHeader);

        source.Rooms[0].Should().Be(new RoomLine(4, "A1", "Room \"A1\"", null, null, 20));
        source.Errors.Should().ContainSingle().Which.Should().BeEquivalentTo(new { File = "rooms.csv", Line = 6, Column = "capacity" });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_WithOrWithoutByteOrderMark_IsTheSame(bool hasMark)
    {
        byte[] bytes = [.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes($"{Timetable.RoomsHeader}\nÓ,Óptica,,,\n")];

        var source = TimetableSource.Read(new(new("rooms.csv", bytes), Timetable.Csv("meetings.csv", Timetable.MeetingsHeader), Timetable.Lisbon));

        source.Errors.Should().BeEmpty();
        source.Rooms.Single().Name.Should().Be("Óptica");
    }

    [Fact]
    public void Read_BrokenEncoding_SaysLineAndPosition()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"{Timetable.RoomsHeader}\r\nÓ1,"), .. Encoding.Latin1.GetBytes("Óptica,,,\n")];

        var source = TimetableSource.Read(new(new("rooms.csv", bytes), Timetable.Csv("meetings.csv", Meeting), Timetable.Lisbon));

        source.Errors.Should().ContainSingle().Which.ToString()
            .Should().Be("rooms.csv, line 2, column 4: byte 0xD3 is no UTF-8: save the file as UTF-8.");
    }

    [Fact]
    public void Read_Utf16_IsNamed()
    {
        byte[] bytes = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Timetable.TwoRooms)];

        var source = TimetableSource.Read(new(new("rooms.csv", bytes), Timetable.Csv("meetings.csv", Meeting), Timetable.Lisbon));

        source.Errors.Should().ContainSingle().Which.Reason.Should().Contain("UTF-16");
    }

    [Theory]
    [InlineData("", "rooms.csv, line 1: the file is empty: a header line is needed with room_id, room_name, building, floor, capacity.")]
    [InlineData("room_id,room_name,floor\nA1,Room,1", "rooms.csv, line 1: missing columns: building, capacity.")]
    [InlineData("room_id;room_name;floor\nA1;Room;1", "rooms.csv, line 1: missing columns: building, capacity.")]
    [InlineData("room_id/room_name/building/floor/capacity\n", "rooms.csv, line 1: missing columns: room_id, room_name, building, floor, capacity.")]
    [InlineData("room_id,room_name,building,floor,capacity,floor\n", "rooms.csv, line 1, column floor: this column stands there twice.")]
    public void Read_WrongHeader_IsOneError(string rooms, string expected) =>
        Read(rooms, Meeting).Errors.Should().ContainSingle().Which.ToString().Should().Be(expected);

    [Theory]
    [InlineData("A1,Room,,1", 2, "4 fields, where the header has 5.")]
    [InlineData("A1,Room,,1,20,", 2, "6 fields, where the header has 5.")]
    [InlineData("A1,Ro\"om,,1,20", 2, "broken quotes")]
    [InlineData("A1,\"Room\" A,,1,20", 2, "broken quotes")]
    [InlineData("A1,\"Room,,1,20\nA2,Room A2,,,\n", 2, "broken quotes")]
    public void Read_BrokenRow_IsAnErrorOfItsLine(string row, int line, string reason)
    {
        var error = Read($"{Timetable.RoomsHeader}\n{row}", Timetable.MeetingsHeader).Errors.Should().ContainSingle().Subject;

        error.Line.Should().Be(line);
        error.Reason.Should().Contain(reason);
    }

    [Theory]
    [InlineData(",Room,,1,20", "room_id")]
    [InlineData("A1,Room,,1.5,20", "floor")]
    [InlineData("A1,Room,,900,20", "floor")]
    [InlineData("A1,Room,,1,-1", "capacity")]
    [InlineData("A1,Room,,1,many", "capacity")]
    public void Read_BadRoomValue_NamesItsColumn(string row, string column) =>
        Read($"{Timetable.RoomsHeader}\n{row}", Timetable.MeetingsHeader).Errors.Should().ContainSingle().Which.Column.Should().Be(column);

    [Theory]
    [InlineData(",A1,weekly,MO,10:00,11:00,2026-11-30,2026-12-07,,,,,", "meeting_id")]
    [InlineData("m,X9,weekly,MO,10:00,11:00,2026-11-30,2026-12-07,,,,,", "room_id")]
    [InlineData("m,,weekly,MO,10:00,11:00,2026-11-30,2026-12-07,,,,,", "room_id")]
    [InlineData("m,A1,monthly,MO,10:00,11:00,2026-11-30,2026-12-07,,,,,", "kind")]
    [InlineData("m,A1,,MO,10:00,11:00,2026-11-30,2026-12-07,,,,,", "kind")]
    [InlineData("m,A1,weekly,MO|XX,10:00,11:00,2026-11-30,2026-12-07,,,,,", "weekdays")]
    [InlineData("m,A1,weekly,,10:00,11:00,2026-11-30,2026-12-07,,,,,", "weekdays")]
    [InlineData("m,A1,once,TU,10:00,11:00,2026-11-30,2026-11-30,,,,,", "weekdays")]
    [InlineData("m,A1,once,MO,10:00,11:00,2026-11-30,2026-12-07,,,,,", "last_date")]
    [InlineData("m,A1,weekly,MO,25:00,11:00,2026-11-30,2026-12-07,,,,,", "start")]
    [InlineData("m,A1,weekly,MO,,11:00,2026-11-30,2026-12-07,,,,,", "start")]
    [InlineData("m,A1,weekly,MO,10:00,11.00,2026-11-30,2026-12-07,,,,,", "end")]
    [InlineData("m,A1,weekly,MO,24:00,11:00,2026-11-30,2026-12-07,,,,,", "start")]
    [InlineData("m,A1,weekly,MO,10:00,24:01,2026-11-30,2026-12-07,,,,,", "end")]
    [InlineData("m,A1,weekly,MO,10:00,13:00 PM,2026-11-30,2026-12-07,,,,,", "end")]
    [InlineData("m,A1,weekly,MO,10:00,10:30:15,2026-11-30,2026-12-07,,,,,", "end")]
    [InlineData("m,A1,weekly,MO,10:00,10:00,2026-11-30,2026-12-07,,,,,", "end")]
    [InlineData("m,A1,weekly,MO,10:00,11:00,30/11/2026,2026-12-07,,,,,", "first_date")]
    [InlineData("m,A1,weekly,MO,10:00,11:00,2026-02-30,2026-12-07,,,,,", "first_date")]
    [InlineData("m,A1,weekly,MO,10:00,11:00,2026-11-30,2026-11-29,,,,,", "last_date")]
    [InlineData("m,A1,weekly,MO,10:00,11:00,2026-11-30,2036-12-07,,,,,", "last_date")]
    [InlineData("m,A1,weekly,MO,10:00,11:00,2026-11-30,2026-12-07,2026-12-07|soon,,,,", "except_dates")]
    [InlineData("m,A1,weekly,MO,10:00,11:00,2026-11-30,2026-12-07,,,,-3,", "enrolment")]
    [InlineData("m,A1,weekly,MO,10:00,11:00,2026-11-30,2026-12-07,,,,,lots", "seat_limit")]
    public void Read_BadMeetingValue_NamesItsColumn(string row, string column)
    {
        var error = Read(Timetable.TwoRooms, $"{Timetable.MeetingsHeader}\n{row}").Errors.Should().ContainSingle().Subject;

        error.Should().BeEquivalentTo(new { File = "meetings.csv", Line = 2, Column = column });
    }

    [Fact]
    public void Read_TextTooLongForTheDatabase_NamesItsColumn()
    {
        var source = Read(
            $"{Timetable.RoomsHeader}\nA1,{new string('x', 201)},,,\n",
            $"{Timetable.MeetingsHeader}\n{Timetable.Weekly(new string('m', 251))}\n{Timetable.Weekly("m", title: new string('x', 501))}");

        source.Errors.Select(error => error.Column).Should().Equal("room_name", "meeting_id", "title");
    }

    [Fact]
    public void Read_IdsThatComeTwice_NameTheFirstLine()
    {
        var source = Read($"{Timetable.TwoRooms}a1,Again,,,", $"{Timetable.MeetingsHeader}\n{Timetable.Weekly("m")}\n{Timetable.Weekly("m")}");

        source.Errors.Select(error => error.ToString()).Should().Equal(
            "rooms.csv, line 4, column room_id: room a1 stands in line 2 already.",
            "meetings.csv, line 3, column meeting_id: meeting m stands in line 2 already.");
    }

    [Theory]
    [InlineData("C1", "Optics", "14", "20", "C1: Optics", 14)]
    [InlineData("", "Optics", "", "20", "Optics", 20)]
    [InlineData("C1", "", "0", "20", "C1", 20)]
    [InlineData("", "", "", "", "m", 1)]
    public void Read_PurposeAndAttendees_ComeFromWhatIsThere(
        string course, string title, string enrolment, string seatLimit, string purpose, int attendees)
    {
        var row = $"m,A1,weekly,MO,10:00,11:00,2026-11-30,2026-12-07,,{course},{title},{enrolment},{seatLimit}";

        var meeting = Read(Timetable.TwoRooms, $"{Timetable.MeetingsHeader}\n{row}").Meetings.Should().ContainSingle().Subject;

        meeting.Should().BeEquivalentTo(new { Purpose = purpose, Attendees = attendees });
    }

    [Theory]
    [InlineData("\u202e", "U+202E")]
    [InlineData("\u001b[2J", "U+001B")]
    [InlineData("\u0000", "U+0000")]
    [InlineData("\u2067", "U+2067")]
    [InlineData("\u0085", "U+0085")]
    public void Read_CharacterThatNobodySees_IsNamedWithItsLine(string hidden, string name)
    {
        var source = Read($"{Timetable.RoomsHeader}\nA1,Room{hidden}1,,,\n", $"{Timetable.MeetingsHeader}\n{Timetable.Weekly("m", title: $"Wav{hidden}es")}");

        source.Errors.Should().Contain(error => error.Line == 2 && error.Column == "room_name" && error.Reason.StartsWith(name, StringComparison.Ordinal))
            .And.Contain(error => error.Line == 2 && error.Column == "title" && error.Reason.StartsWith(name, StringComparison.Ordinal));
        source.Errors.Should().OnlyContain(error => HiddenCharacters.FindIn(error.ToString(), false) == null);
    }

    [Fact]
    public void Read_CellOfSeveralLines_IsOneLine() =>
        Read($"{Timetable.RoomsHeader}\nA1,\"Room\n1\tEast\",,,\n", Timetable.MeetingsHeader).Errors.Should().BeEmpty();

    private static string Meeting => $"{Timetable.MeetingsHeader}\n{Timetable.Weekly("m")}";

    private static TimetableSource Read(string rooms, string meetings) => TimetableSource.Read(Timetable.Request(rooms, meetings));
}
