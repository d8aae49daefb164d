using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Kiosks;

/// <summary>Writes registered screens into a <see cref="BenchDatabase"/>, before its server starts.</summary>
internal static class ScreenRegister
{
    /// <returns>The screens with their tokens: every tenth an overview, the others door panels.</returns>
    public static IReadOnlyList<RegisteredScreen> Write(string folder, int kiosks, int rooms)
    {
        var screens = Enumerable.Range(0, kiosks).Select(nth => New(nth, rooms)).ToArray();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, BenchDatabase.FileName)}");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO Kiosks (Name, Kind, RoomId, Building, ShowsDetails, MayBook, TokenHash, CreatedBy, CreatedAt, Version)
            VALUES ($name, $kind, $room, $building, 0, 1, $hash, 'bench', $now, 1)
            """;
        for (var nth = 0; nth < screens.Length; nth++)
        {
            var screen = screens[nth];
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$name", $"Screen {nth}");
            command.Parameters.AddWithValue("$kind", screen.Room is null ? "Overview" : "Room");
            command.Parameters.AddWithValue("$room", (object?)screen.Room ?? DBNull.Value);
            command.Parameters.AddWithValue("$building", (object?)screen.Building ?? DBNull.Value);
            command.Parameters.AddWithValue("$hash", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(screen.Token))));
            command.Parameters.AddWithValue("$now", DateTime.UtcNow);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
        return screens;
    }

    private static RegisteredScreen New(int nth, int rooms)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return nth % 10 == 9 ? new RegisteredScreen(null, $"Building {(nth / 10 % 10) + 1}", token) : new RegisteredScreen((nth % rooms) + 1, null, token);
    }
}
