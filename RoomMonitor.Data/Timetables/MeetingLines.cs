using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Timetables;

/// <summary>The meetings file.</summary>
internal static class MeetingLines
{
    /// <summary>With a date behind it, it still fits the key of a reservation.</summary>
    private const int LongestId = 250;

    /// <summary>A slip in a year must not become a hundred thousand reservations.</summary>
    private const int LongestSpanInDays = 3 * 366;

    private const int MinutesOfDay = 24 * 60;

    private const int MostPeople = 100_000;

    private static readonly string[] _columns =
    [
        "meeting_id", "room_id", "kind", "weekdays", "start", "end", "first_date", "last_date", "except_dates", "course", "title",
        "enrolment", "seat_limit",
    ];

    private static readonly string[] _weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <param name="roomCodes">The rooms there are; null where the rooms file can't be read, so that only its own errors count.</param>
    public static IReadOnlyList<MeetingLine> Read(TimetableFile file, IReadOnlySet<string>? roomCodes, List<TimetableError> errors, List<string> notes)
    {
        var lines = new List<MeetingLine>();
        var seen = new Dictionary<string, int>(NameComparer.Instance);
        foreach (var row in CsvTable.Read(file, _columns, errors, notes))
        {
            var id = row.Id("meeting_id", LongestId);
            if (!seen.TryAdd(id, row.Line) && id.Length > 0)
            {
                row.Fail("meeting_id", $"meeting {id} stands in line {seen[id]} already.");
            }

            if (Line(row, id, roomCodes) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static MeetingLine? Line(CsvRow row, string id, IReadOnlySet<string>? roomCodes)
    {
        var roomCode = row.Id("room_id", Room.MaximumTextLength);
        if (roomCode.Length > 0 && roomCodes?.Contains(roomCode) == false)
        {
            row.Fail("room_id", $"room \"{roomCode}\" is not in the rooms file.");
        }

        var times = Times(row);
        var (first, last) = (row.Date("first_date"), row.Date("last_date"));
        CheckSpan(row, first, last);
        var days = Days(row, first, last);
        var except = row.List("except_dates").Select(text => row.Date("except_dates", text)).OfType<DateOnly>().ToHashSet();
        var purpose = Purpose(row, id);
        var attendees = Attendees(row);
        return row.HasErrors ? null : new MeetingLine
        {
            Line = row.Line,
            Id = id,
            RoomCode = roomCode,
            Days = days,
            Times = times!,
            First = first!.Value,
            Last = last!.Value,
            Except = except,
            Purpose = purpose,
            Attendees = attendees,
        };
    }

    /// <summary>Midnight ends the day, as 24:00 or as 00:00.</summary>
    private static SeriesTimes? Times(CsvRow row)
    {
        var (start, end) = (row.Time("start"), row.Time("end"));
        if (start == MinutesOfDay)
        {
            row.Fail("start", "24:00 is the end of a day.");
        }
        else if (end is not (0 or MinutesOfDay) && end <= start)
        {
            row.Fail("end", "not after the start: a meeting ends on the day on which it starts, at 24:00 at the latest.");
        }

        return row.HasErrors || start is null || end is null
            ? null
            : new SeriesTimes(TimeOnly.MinValue.AddMinutes(start.Value), TimeOnly.MinValue.AddMinutes(end.Value), end is 0 or MinutesOfDay ? 1 : 0);
    }

    private static void CheckSpan(CsvRow row, DateOnly? first, DateOnly? last)
    {
        if (last < first)
        {
            row.Fail("last_date", "before the first date.");
        }
        else if (last?.DayNumber - first?.DayNumber > LongestSpanInDays)
        {
            row.Fail("last_date", "more than three years after the first date.");
        }
    }

    private static HashSet<DayOfWeek> Days(CsvRow row, DateOnly? first, DateOnly? last)
    {
        var days = new HashSet<DayOfWeek>();
        foreach (var name in row.List("weekdays"))
        {
            var index = Array.IndexOf(_weekdays, name.ToUpperInvariant());
            if (index < 0)
            {
                row.Fail("weekdays", $"\"{name}\" is none of {string.Join(", ", _weekdays)}.");
                continue;
            }

            days.Add((DayOfWeek)index);
        }

        switch (row.Plain("kind").ToUpperInvariant())
        {
            case "WEEKLY" when row.Plain("weekdays").Length == 0:
                row.Fail("weekdays", "empty.");
                break;
            case "WEEKLY":
                break;
            case "ONCE" when first != last:
                row.Fail("last_date", "not the first date: what takes place once has one date.");
                break;
            case "ONCE" when first is { } date && days.Count > 0 && !days.Contains(date.DayOfWeek):
                row.Fail("weekdays", "the first date is another day of the week.");
                break;
            case "ONCE" when first is { } date:
                days.Add(date.DayOfWeek);
                break;
            case "ONCE":
                break;
            default:
                row.Fail("kind", $"\"{row["kind"]}\" is neither weekly nor once.");
                break;
        }

        return days;
    }

    private static string Purpose(CsvRow row, string id)
    {
        var words = new[] { row["course"], row["title"] }.Where(text => text.Length > 0);
        var purpose = string.Join(": ", words);
        if (purpose.Length > ReservationDetails.MaximumPurposeLength)
        {
            row.Fail("title", $"course and title are longer than {ReservationDetails.MaximumPurposeLength} characters.");
        }

        return purpose.Length > 0 ? purpose : id;
    }

    /// <summary>Who is enrolled, else the seats that are offered, else somebody at least. Zero counts as unknown.</summary>
    private static int Attendees(CsvRow row)
    {
        var (enrolment, seatLimit) = (row.Integer("enrolment", 0, MostPeople), row.Integer("seat_limit", 0, MostPeople));
        return enrolment > 0 ? enrolment.Value : Math.Max(seatLimit ?? 0, 1);
    }
}
