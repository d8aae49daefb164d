using Microsoft.Data.Sqlite;

namespace RoomMonitor.Bench.Core;

/// <summary>Writes confirmed reservations of the one user into a <see cref="BenchDatabase"/>, before its server starts.</summary>
public static class BenchReservations
{
    /// <summary>Writes them into the database of a folder, all or none.</summary>
    public static void Write(string folder, IEnumerable<(int Room, DateTime Start, DateTime End)> reservations)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, BenchDatabase.FileName)}");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        Insert(connection, reservations);
        transaction.Commit();
    }

    /// <summary>Within the caller's transaction.</summary>
    internal static void Insert(SqliteConnection connection, IEnumerable<(int Room, DateTime Start, DateTime End)> reservations)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO Reservations (RoomId, UserId, Start, End, Purpose, Attendees, Status, CreatedAt, UpdatedAt, Version)
            VALUES ($room, 1, $start, $end, 'Bench', 5, 'Confirmed', $now, $now, 1)
            """;
        var room = command.Parameters.Add("$room", SqliteType.Integer);
        var start = command.Parameters.Add("$start", SqliteType.Text);
        var end = command.Parameters.Add("$end", SqliteType.Text);
        command.Parameters.AddWithValue("$now", DateTime.UtcNow);
        command.Prepare();
        foreach (var reservation in reservations)
        {
            (room.Value, start.Value, end.Value) = (reservation.Room, reservation.Start, reservation.End);
            command.ExecuteNonQuery();
        }
    }
}
