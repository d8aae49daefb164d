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
    public const string Password = "violet tractor, loud umbrella";

    /// <summary>Reservations of a room on each day, each of 55 minutes and with 65 free minutes behind it.</summary>
    public const int PerDay = 10;

    internal const string FileName = "roommonitor.db";

    /// <summary>Makes <c>roommonitor.db</c> in an empty folder: a copy of one that was made before today, where there is one.</summary>
    public static async Task CreateAsync(string server, string folder, int rooms, int reservations)
    {
        // Of today, since it reaches three days ahead, and of this server, whose schema it has.
        var made = Path.Combine(BenchFiles.Out, "databases", string.Create(CultureInfo.InvariantCulture, $"{rooms}-rooms-{reservations}-{DateTime.UtcNow:yyyyMMdd}"));
        var file = new FileInfo(Path.Combine(made, FileName));
        if (!file.Exists || file.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Path.GetDirectoryName(server)!, "RoomMonitor.Data.dll")))
        {
            await MakeAsync(server, made, rooms, reservations);
        }

        Directory.CreateDirectory(folder);
        file.CopyTo(Path.Combine(folder, FileName));
    }

    /// <summary>When the nth room's kth reservation of a day starts: rooms follow one another in steps of five minutes.</summary>
    public static DateTime StartOf(DateTime day, int room, int nth) => day.AddMinutes((60 * 2 * nth) + (5 * (room % 12)));

    private static async Task MakeAsync(string server, string folder, int rooms, int reservations)
    {
        await Console.Error.WriteLineAsync($"Making a database of {rooms} rooms and {reservations} reservations");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        // Moved there when it is complete.
        var working = BenchFiles.NewFolder();
        var file = Path.Combine(working, FileName);
        await CreateUserAsync(server, working, $"Data Source={file}");
        Fill($"Data Source={file};Pooling=False", rooms, reservations);
        Directory.CreateDirectory(folder);
        File.Move(file, Path.Combine(folder, FileName));
        Directory.Delete(working, recursive: true);
    }

    private static void Fill(string source, int rooms, int reservations)
    {
        using var connection = new SqliteConnection(source);
        connection.Open();
        Execute(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -500000;");
        using var transaction = connection.BeginTransaction();
        AddRooms(connection, rooms);
        AddReservations(connection, rooms, reservations);
        transaction.Commit();
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
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

    /// <summary>The oldest first, as a database grows.</summary>
    private static void AddReservations(SqliteConnection connection, int rooms, int reservations)
    {
        var today = DateTime.UtcNow.Date;
        BenchReservations.Insert(connection, Enumerable.Range(0, reservations).Select(i => reservations - 1 - i).Select(i =>
        {
            var (index, nth) = (i % rooms, i / rooms);
            var start = StartOf(today.AddDays(3 - (nth / PerDay)), index, nth % PerDay);
            return (index + 1, start, start.AddMinutes(55));
        }));
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
