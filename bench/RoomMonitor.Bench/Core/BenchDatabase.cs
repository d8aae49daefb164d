using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace RoomMonitor.Bench.Core;

/// <summary>
/// An embedded database of any size: rooms in ten buildings, and days of ten reservations a room from three days ahead back into
/// the past, so that a larger one is longer, not denser. The server itself makes the schema and the one user.
/// </summary>
public static class BenchDatabase
{
    public const string Email = "bench@example.org";
    public const string Password = "Bench-campus-1";
    private const int PerDay = 10;

    /// <summary>Makes <c>roommonitor.db</c> in an empty folder.</summary>
    public static async Task CreateAsync(string server, string folder, int rooms, int reservations)
    {
        Directory.CreateDirectory(folder);
        var source = $"Data Source={Path.Combine(folder, "roommonitor.db")}";
        await CreateUserAsync(server, folder, source);
        using var connection = new SqliteConnection(source);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        AddRooms(connection, rooms);
        AddReservations(connection, rooms, reservations);
        transaction.Commit();
    }

    private static async Task CreateUserAsync(string server, string folder, string source)
    {
        var start = new ProcessStartInfo(server) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        start.ArgumentList.Add("create-admin");
        start.ArgumentList.Add(Email);
        start.ArgumentList.Add($"--ConnectionStrings:RoomMonitor={source}");
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(Password);
        process.StandardInput.Close();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new BenchException("The server could not make a database.");
        }
    }

    private static void AddRooms(SqliteConnection connection, int rooms)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO Rooms (Id, Code, Name, Building, Floor, Capacity, Amenities, IsActive, RequiresApproval)
            VALUES ($id, $code, $name, $building, $floor, $capacity, '["projector"]', 1, 0)
            """;
        for (var id = 1; id <= rooms; id++)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$id", id);
            command.Parameters.AddWithValue("$code", $"R{id}");
            command.Parameters.AddWithValue("$name", string.Create(CultureInfo.InvariantCulture, $"Room {id:0000}"));
            command.Parameters.AddWithValue("$building", $"Building {(id % 10) + 1}");
            command.Parameters.AddWithValue("$floor", id % 5);
            command.Parameters.AddWithValue("$capacity", 10 + (id % 40));
            command.ExecuteNonQuery();
        }
    }

    private static void AddReservations(SqliteConnection connection, int rooms, int reservations)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO Reservations (RoomId, UserId, Start, End, Purpose, Attendees, Status, CreatedAt, UpdatedAt, Version)
            VALUES ($room, 1, $start, $end, 'Bench', 5, 'Confirmed', $now, $now, 1)
            """;
        var now = DateTime.UtcNow;
        for (var i = 0; i < reservations; i++)
        {
            var (room, nth) = (i % rooms, i / rooms);
            var start = now.Date.AddDays(3 - (nth / PerDay)).AddMinutes((60 * 2 * (nth % PerDay)) + (5 * (room % 12)));
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$room", room + 1);
            command.Parameters.AddWithValue("$start", start);
            command.Parameters.AddWithValue("$end", start.AddMinutes(55));
            command.Parameters.AddWithValue("$now", now);
            command.ExecuteNonQuery();
        }
    }
}
