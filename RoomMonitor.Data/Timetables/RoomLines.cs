using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Timetables;

/// <summary>The rooms file.</summary>
internal static class RoomLines
{
    private const int LowestFloor = -20;
    private const int HighestFloor = 200;
    private const int MostSeats = 100_000;

    private static readonly string[] _columns = ["room_id", "room_name", "building", "floor", "capacity"];

    public static IReadOnlyList<RoomLine> Read(TimetableFile file, List<TimetableError> errors, List<string> notes)
    {
        var lines = new List<RoomLine>();
        var seen = new Dictionary<string, int>(NameComparer.Instance);
        foreach (var row in CsvTable.Read(file, _columns, errors, notes))
        {
            var code = row.Id("room_id", Room.MaximumTextLength);
            if (!seen.TryAdd(code, row.Line) && code.Length > 0)
            {
                row.Fail("room_id", $"room {code} stands in line {seen[code]} already.");
            }

            var name = row.Text("room_name", Room.MaximumTextLength);
            var building = row.Text("building", Room.MaximumTextLength);
            lines.Add(new RoomLine(
                row.Line,
                code,
                name.Length > 0 ? name : code,
                building.Length > 0 ? building : null,
                row.Integer("floor", LowestFloor, HighestFloor),
                row.Integer("capacity", 0, MostSeats)));
        }

        return lines;
    }
}
