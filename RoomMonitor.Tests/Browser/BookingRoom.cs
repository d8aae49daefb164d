using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>A free room of the demo campus; what was booked in it on the days that were looked at is cancelled in the end.</summary>
internal sealed class BookingRoom : IAsyncDisposable
{
    public const string Purpose = "Thesis supervision";
    public const string OnTheSpot = "Booked on the spot";

    private readonly DemoServerFixture _demo;
    private readonly HashSet<string> _days = [];

    private BookingRoom(DemoServerFixture demo, int id)
    {
        _demo = demo;
        Id = id;
    }

    public int Id { get; }

    /// <summary>One that confirms at once.</summary>
    public static async Task<BookingRoom> TakeAsync(DemoServerFixture demo)
    {
        List<int> guarded = [];
        while (true)
        {
            var id = (await demo.FreeRoomAsync()).GetProperty("room_id").GetInt32();
            var room = await demo.Staff.GetFromJsonAsync<JsonElement>(string.Create(CultureInfo.InvariantCulture, $"api/rooms/{id}/"));
            if (!room.GetProperty("requires_approval").GetBoolean())
            {
                guarded.ForEach(demo.Return);
                return new BookingRoom(demo, id);
            }

            guarded.Add(id);
        }
    }

    /// <summary>What was booked on a day on pages, as the API tells an administrator.</summary>
    public async Task<List<JsonElement>> BookedAsync(string day)
    {
        _days.Add(day);
        using var administrator = await _demo.Server.ClientAsync("admin@demo.local");
        return await BookedAsync(administrator, day);
    }

    public async ValueTask DisposeAsync()
    {
        using var administrator = await _demo.Server.ClientAsync("admin@demo.local");
        foreach (var day in _days)
        {
            foreach (var reservation in await BookedAsync(administrator, day))
            {
                var id = reservation.GetProperty("id").GetInt32().ToString(CultureInfo.InvariantCulture);
                (await administrator.PostAsync($"api/reservations/{id}/cancel/", null)).EnsureSuccessStatusCode();
            }
        }
    }

    private async Task<List<JsonElement>> BookedAsync(HttpClient administrator, string day)
    {
        var answer = await administrator.GetFromJsonAsync<JsonElement>(string.Create(CultureInfo.InvariantCulture, $"api/reservations/?room_id={Id}&date={day}"));
        return [.. answer.GetProperty("results").EnumerateArray().Where(reservation =>
            reservation.GetProperty("status").GetString() != "cancelled" && reservation.GetProperty("purpose").GetString() is Purpose or OnTheSpot)];
    }
}
