using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace RoomMonitor.Tests.Support;

/// <summary>
/// A server with the demo campus on an afternoon in term, in which nothing happens but what a test does. Campus time runs on from there.
/// </summary>
public sealed class DemoServerFixture : IAsyncLifetime
{
    public const string StartAt = "2026-11-24T14:12:00";

    /// <summary>A reservation that lasted for seconds of this minute is in the way of one that begins in it.</summary>
    private static readonly TimeSpan _rest = TimeSpan.FromMinutes(2);

    private readonly Dictionary<int, int> _uses = [];
    private readonly Dictionary<int, DateTime> _handedOut = [];
    private HashSet<int> _approved = [];

    public ServerProcess Server { get; private set; } = null!;

    public HttpClient Staff { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await ServerProcess.StartAsync(null, "Demo:Seed=true", $"Clock:StartAt={StartAt}", "RateLimits:RequestsPerMinute=100000", "Accounts:AccessTokenMinutes=240");
        Staff = await Server.ClientAsync("staff@demo.local");

        var rooms = await Staff.GetFromJsonAsync<JsonElement>("api/rooms/");
        _approved = [.. rooms.EnumerateArray().Where(room => room.GetProperty("requires_approval").GetBoolean()).Select(room => room.GetProperty("id").GetInt32())];

        // The campus is on Lisbon's time, which is UTC in November.
        var start = DateTime.Parse(StartAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        (await NowAsync()).Should().BeCloseTo(start, TimeSpan.FromHours(1), "the campus lives at Clock:StartAt");
    }

    public async Task DisposeAsync()
    {
        Staff.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>A room that is free for the next half hour at least and booked without approval; of these the one that was handed out least.</summary>
    public async Task<JsonElement> FreeRoomAsync()
    {
        var now = await NowAsync();
        var rooms = await Staff.GetFromJsonAsync<JsonElement>("api/rooms/status/?status=free");
        var room = rooms.EnumerateArray()
            .Where(room => !_approved.Contains(room.GetProperty("room_id").GetInt32()))
            .Where(room => room.GetProperty("free_until").ValueKind == JsonValueKind.Null || room.GetProperty("free_until").GetDateTime() > now.AddMinutes(30))
            .OrderBy(room => now - _handedOut.GetValueOrDefault(room.GetProperty("room_id").GetInt32()) < _rest)
            .ThenBy(room => _uses.GetValueOrDefault(room.GetProperty("room_id").GetInt32()))
            .First();
        var id = room.GetProperty("room_id").GetInt32();
        _handedOut[id] = now;
        _uses[id] = _uses.GetValueOrDefault(id) + 1;
        return room;
    }

    /// <summary>Lets other tests have the room first.</summary>
    public void Return(int roomId) => _uses[roomId] = _uses.GetValueOrDefault(roomId) - 1;

    /// <summary>Books a room from the running minute on.</summary>
    public async Task<int> BookNowAsync(int roomId, TimeSpan length)
    {
        var now = await NowAsync();
        var start = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
        return await BookAsync(roomId, start, now + length);
    }

    public async Task<int> BookAsync(int roomId, DateTime start, DateTime end)
    {
        using var answer = await Staff.PostAsJsonAsync(
            "api/reservations/", new { room_id = roomId, start, end, purpose = "Browser test", attendees = 1 });
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt32();
    }

    public async Task CancelAsync(int reservationId) =>
        (await Staff.PostAsync($"api/reservations/{reservationId.ToString(CultureInfo.InvariantCulture)}/cancel/", null)).EnsureSuccessStatusCode();

    /// <summary>The campus's time, which a page carries for its clock.</summary>
    private async Task<DateTime> NowAsync()
    {
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{Server.Address.Authority}/ws/rooms/overview/?heartbeat=light"), default);
        await socket.SendAsync("""{"type":"ping"}"""u8.ToArray(), System.Net.WebSockets.WebSocketMessageType.Text, true, default);
        var buffer = new byte[1 << 20];
        while (true)
        {
            var length = 0;
            System.Net.WebSockets.ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), default);
                length += part.Count;
            }
            while (!part.EndOfMessage);

            var message = JsonDocument.Parse(buffer.AsMemory(0, length)).RootElement;
            if (message.GetProperty("type").GetString() == "pong")
            {
                return message.GetProperty("timestamp").GetDateTime().ToUniversalTime();
            }
        }
    }
}
