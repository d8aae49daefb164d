using Microsoft.Data.Sqlite;

namespace RoomMonitor.Bench.Bell;

/// <summary>
/// Reservations of one minute in some of the rooms, each second minute: at every full minute from the first bell on all of these rooms change,
/// taken and free in turn.
/// </summary>
internal sealed class BellTimetable(DateTime first, int bells)
{
    public IEnumerable<DateTime> Bells => Enumerable.Range(0, bells).Select(minutes => first.AddMinutes(minutes));

    public void Write(string folder, int rooms)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "roommonitor.db")}");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO Reservations (RoomId, UserId, Start, End, Purpose, Attendees, Status, CreatedAt, UpdatedAt, Version)
            VALUES ($room, 1, $start, $end, 'Bench', 5, 'Confirmed', $now, $now, 1)
            """;
        foreach (var (start, room) in Bells.Where((_, index) => index % 2 == 0).SelectMany(start => Enumerable.Range(1, rooms).Select(room => (start, room))))
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$room", room);
            command.Parameters.AddWithValue("$start", start);
            command.Parameters.AddWithValue("$end", start.AddMinutes(1));
            command.Parameters.AddWithValue("$now", DateTime.UtcNow);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
