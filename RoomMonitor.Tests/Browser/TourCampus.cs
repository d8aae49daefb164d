using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>A server of its own on which the member of staff has something of everything: running, ahead, in a series, pending and past.</summary>
public sealed class TourCampus : IAsyncLifetime
{
    /// <summary>From Saturday to Saturday at a quarter past two; the second and the third are taken.</summary>
    public static IReadOnlyList<string> Saturdays { get; } = ["2026-12-05", "2026-12-12", "2026-12-19"];

    public ServerProcess Server { get; private set; } = null!;

    /// <summary>A room without approval that is free for hours.</summary>
    public int RoomId { get; private set; }

    private HttpClient Staff { get; set; } = null!;

    private HttpClient Administrator { get; set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await ServerProcess.StartAsync(
            null, "Demo:Seed=true", $"Clock:StartAt={DemoServerFixture.StartAt}", "RateLimits:RequestsPerMinute=100000", "Accounts:AccessTokenMinutes=240");
        Staff = await Server.ClientAsync(BookingSteps.Staff);
        Administrator = await Server.ClientAsync(BookingSteps.Administrator);
        var rooms = (await Staff.GetFromJsonAsync<JsonElement>("api/rooms/")).EnumerateArray().ToList();
        var guarded = rooms.Where(room => room.GetProperty("requires_approval").GetBoolean()).Select(IdOf).ToHashSet();
        var free = (await Staff.GetFromJsonAsync<JsonElement>("api/rooms/status/?status=free")).EnumerateArray()
            .Where(room => room.GetProperty("capacity").GetInt32() is >= 6 and <= 30
                && (room.GetProperty("free_until").ValueKind == JsonValueKind.Null || room.GetProperty("free_until").GetDateTime() > Tuesday(16)))
            .Select(room => room.GetProperty("room_id").GetInt32()).Where(id => !guarded.Contains(id)).ToList();
        RoomId = free[0];
        await BookAsync(Staff, free[1], Tuesday(14, 13), Tuesday(15, 30), "Thesis supervision", 4);
        await BookAsync(Staff, free[1], Tuesday(30, 30), Tuesday(31, 30), "Project meeting", 5);
        await BookAsync(Staff, guarded.First(), Tuesday((24 * 8) + 10), Tuesday((24 * 8) + 12), "Faculty board", 12);
        await BookSeriesAsync(free[2]);
        foreach (var saturday in Saturdays.Skip(1))
        {
            await BookAsync(Administrator, RoomId, At(saturday, 14, 30), At(saturday, 15, 0), "Open day", 6);
        }

        await ExecuteAsync("""
            UPDATE Reservations SET UserId = (SELECT Id FROM AspNetUsers WHERE UserName = 'staff@demo.local')
            WHERE Id IN (SELECT Id FROM Reservations WHERE "End" < '2026-11-24 12:00' ORDER BY "End" DESC LIMIT 6)
            """);
        await ExecuteAsync(
            string.Create(CultureInfo.InvariantCulture, $"INSERT INTO Watches (UserId, RoomId) SELECT Id, {free[2]} FROM AspNetUsers WHERE UserName = 'staff@demo.local'"));
        (await Staff.PatchAsJsonAsync("api/profile/", new { favorite_rooms = new[] { RoomId, free[1] } })).EnsureSuccessStatusCode();
    }

    public async Task DisposeAsync()
    {
        Staff.Dispose();
        Administrator.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>An administrator cancels reservations of the member of staff, who is told of each.</summary>
    public async Task CancelForStaffAsync(int count)
    {
        for (var day = 0; day < count; day++)
        {
            var id = await BookAsync(Staff, RoomId, Tuesday((24 * (40 + day)) + 9), Tuesday((24 * (40 + day)) + 10), "Seminar", 6);
            (await Administrator.PostAsync(string.Create(CultureInfo.InvariantCulture, $"api/reservations/{id}/cancel/"), null)).EnsureSuccessStatusCode();

            // What comes within a second would become one message.
            await Task.Delay(1_200);
        }
    }

    private static int IdOf(JsonElement room) => room.GetProperty("id").GetInt32();

    /// <summary>Hours from midnight before the day of the tour.</summary>
    private static DateTime Tuesday(int hours, int minutes = 0) => new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc).AddHours(hours).AddMinutes(minutes);

    private static DateTime At(string day, int hour, int minute) => DateTime.Parse(
        day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal).AddHours(hour).AddMinutes(minute);

    private static async Task<int> BookAsync(HttpClient client, int roomId, DateTime start, DateTime end, string purpose, int attendees)
    {
        using var answer = await client.PostAsJsonAsync("api/reservations/", new { room_id = roomId, start, end, purpose, attendees });
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
        return IdOf(await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private async Task BookSeriesAsync(int roomId)
    {
        using var answer = await Staff.PostAsJsonAsync("api/series/", new
        {
            room_id = roomId,
            date = "2026-12-06",
            start_time = "10:00",
            end_time = "11:30",
            recurrence = new { frequency = "weekly", count = 6 },
            purpose = "Tutorial group 4",
            attendees = 6,
        });
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var database = new SqliteConnection($"Data Source={Server.Database}");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
