using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Support;

/// <summary>Small timetables as CSV, of a campus in Lisbon.</summary>
internal static class Timetable
{
    public const string RoomsHeader = "room_id,room_name,building,floor,capacity";

    public const string MeetingsHeader =
        "meeting_id,room_id,kind,weekdays,start,end,first_date,last_date,except_dates,course,title,enrolment,seat_limit";

    public const string TwoRooms = $"{RoomsHeader}\nA1,Room A1,Main Building,1,20\nA2,Room A2,Main Building,,30\n";

    public static CampusCalendar Lisbon { get; } = CampusCalendar.Of("Europe/Lisbon");

    /// <summary>A weekly line: Mondays (30 November and 7 December 2026) at ten unless it says otherwise.</summary>
    public static string Weekly(
        string id, string room = "A1", string days = "MO", string start = "10:00", string end = "11:00", string title = "Optics", int enrolment = 12) =>
        $"{id},{room},weekly,{days},{start},{end},2026-11-30,2026-12-07,,,{title},{enrolment},";

    public static TimetableImportRequest Request(string rooms, string meetings, bool isStrict = false, CampusCalendar? calendar = null) =>
        new(Csv("rooms.csv", rooms), Csv("meetings.csv", meetings), calendar ?? Lisbon, isStrict);

    /// <summary>Two rooms, and these meetings from line 2 on.</summary>
    public static TimetableImportRequest Meetings(params string[] lines) => Request(TwoRooms, string.Join('\n', [MeetingsHeader, .. lines]));

    public static TimetableFile Csv(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    public static Task<TimetableReport> ImportAsync(this TestDatabase database, TimetableImportRequest request) =>
        database.Services.GetRequiredService<TimetableImporter>().ImportAsync(request, null, default);
}
