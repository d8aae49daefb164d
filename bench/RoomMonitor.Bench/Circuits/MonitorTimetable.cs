using Microsoft.Data.Sqlite;

namespace RoomMonitor.Bench.Circuits;

/// <summary>
/// A day around now for each room of an empty <see cref="Core.BenchDatabase"/>: every fifth room is held for hours, the others are free
/// for hours, until an instant that no other room has. So nothing turns by itself in a run, and what a card shows is known beforehand.
/// </summary>
internal sealed class MonitorTimetable(DateTime now)
{
    /// <summary>From where until where reservations stand, as distances from now.</summary>
    private static readonly (TimeSpan From, TimeSpan To)[] _all = [Hours(-6, -5), Hours(-4.5, -3), Hours(-2.5, -1), Hours(3, 4), Hours(4.5, 6)];

    private static readonly (TimeSpan From, TimeSpan To) _held = Hours(-0.5, 2);

    public static bool IsFree(int room) => room % 5 != 0;

    /// <summary>When the next reservation of a free room begins.</summary>
    public DateTime FreeUntil(int room) => At(room, TimeSpan.FromHours(3));

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
        foreach (var room in Enumerable.Range(1, rooms))
        {
            foreach (var (from, to) in IsFree(room) ? _all : _all.Append(_held))
            {
                command.Parameters.Clear();
                command.Parameters.AddWithValue("$room", room);
                command.Parameters.AddWithValue("$start", At(room, from));
                command.Parameters.AddWithValue("$end", At(room, to));
                command.Parameters.AddWithValue("$now", now);
                command.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    private static (TimeSpan From, TimeSpan To) Hours(double from, double to) => (TimeSpan.FromHours(from), TimeSpan.FromHours(to));

    private DateTime At(int room, TimeSpan distance) => now + distance + TimeSpan.FromMilliseconds(37 * room);
}
