using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using RoomMonitor.Tests.Support;
using RoomMonitor.Tests.WebSockets;

namespace RoomMonitor.Tests.Data;

/// <summary>Two servers on one database file: no slot is ever booked twice, and each learns what the other did.</summary>
public sealed class TwoProcessesTests : IAsyncLifetime
{
    private const int Writers = 12;

    private readonly string _folder = Directory.CreateTempSubdirectory("roommonitor-two-").FullName;
    private readonly DateTime _start = DateTime.UtcNow.Date.AddDays(30).AddHours(9);
    private ServerProcess _first = null!;
    private ServerProcess _second = null!;
    private HttpClient[] _clients = [];

    public async Task InitializeAsync()
    {
        string[] settings = ["Demo:Seed=true", "RateLimits:RequestsPerMinute=100000"];
        _first = await ServerProcess.StartAsync(_folder, settings);
        _second = await ServerProcess.StartAsync(_folder, settings);
        _clients = [await _first.ClientAsync("staff@demo.local"), await _second.ClientAsync("staff@demo.local")];
    }

    public async Task DisposeAsync()
    {
        Array.ForEach(_clients, client => client.Dispose());
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Post_OneSlotFromManyWriters_IsBookedOnceAndNeverFails()
    {
        var room = await FreeRoomAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, Writers * 2).Select(index => Task.Run(() => PostAsync(index, room, _start, 60))));

        answers.Where(status => status == HttpStatusCode.Created).Should().ContainSingle();
        answers.Where(status => status != HttpStatusCode.Created).Should().OnlyContain(status => status == HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Post_RandomOverlappingSlots_LeavesNoOverlapAndRefusesOnlyWhatIsTaken()
    {
        var room = await FreeRoomAsync();
        var random = new Random(4711);
        var slots = Enumerable.Range(0, Writers * 20)
            .Select(_ => (Start: _start.AddMinutes(5 * random.Next(100)), Minutes: 5 * (1 + random.Next(12)))).ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var statuses = new List<(DateTime Start, int Minutes, HttpStatusCode Status)>();
            foreach (var (start, minutes) in slots.Skip(writer * 20).Take(20))
            {
                statuses.Add((start, minutes, await PostAsync(writer, room, start, minutes)));
            }

            return statuses;
        })));

        var all = answers.SelectMany(list => list).ToList();
        all.Should().OnlyContain(answer => answer.Status == HttpStatusCode.Created || answer.Status == HttpStatusCode.Conflict);
        var booked = all.Where(answer => answer.Status == HttpStatusCode.Created).OrderBy(answer => answer.Start).ToList();
        booked.Zip(booked.Skip(1)).Should().OnlyContain(pair => pair.First.Start.AddMinutes(pair.First.Minutes) <= pair.Second.Start);

        // Whoever was refused really was in the way of somebody who was not.
        all.Where(answer => answer.Status == HttpStatusCode.Conflict).Should().OnlyContain(refused => booked.Any(b =>
            b.Start < refused.Start.AddMinutes(refused.Minutes) && refused.Start < b.Start.AddMinutes(b.Minutes)));
    }

    [Fact]
    public async Task Post_ToTheOneServer_IsShownByTheOtherSoon()
    {
        var statuses = await _clients[1].GetFromJsonAsync<JsonElement>("api/rooms/status/?status=free");
        var room = statuses.EnumerateArray().First(StaysFree).GetProperty("room_id").GetInt32();
        using var socket = await SocketClient.ConnectAsync(_second.Address, $"/ws/rooms/{room}/");
        var before = await socket.ReadAsync();
        before.Type().Should().Be("room.status");
        before.Status().GetProperty("is_occupied").GetBoolean().Should().BeFalse("room {0} was free a moment ago: {1}", room, before);

        (await BookNowAsync(room)).Should().Be(HttpStatusCode.Created, "room {0} is free: {1}", room, before);

        var created = await socket.ReadAsync("reservation.created");
        created.Status().GetProperty("room_id").GetInt32().Should().Be(room);
        created.Status().GetProperty("is_occupied").GetBoolean().Should().BeTrue("the other server just booked it: {0}", created);
    }

    /// <summary>Free for longer than the test takes.</summary>
    private static bool StaysFree(JsonElement status) =>
        status.GetProperty("free_until") is not { ValueKind: JsonValueKind.String } until || until.GetDateTime().ToUniversalTime() > DateTime.UtcNow.AddMinutes(30);

    /// <summary>Books five minutes from the running minute on. The minute may turn on the way, but not twice.</summary>
    private async Task<HttpStatusCode> BookNowAsync(int roomId)
    {
        var answer = await PostAsync(0, roomId, ThisMinute(), 5);
        return answer == HttpStatusCode.BadRequest ? await PostAsync(0, roomId, ThisMinute(), 5) : answer;

        static DateTime ThisMinute() => new(DateTime.UtcNow.Ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, DateTimeKind.Utc);
    }

    private async Task<HttpStatusCode> PostAsync(int writer, int roomId, DateTime start, int minutes)
    {
        using var answer = await _clients[writer % 2].PostAsJsonAsync(
            "api/reservations/", new { room_id = roomId, start, end = start.AddMinutes(minutes), purpose = "Race", attendees = 1 });
        return answer.StatusCode;
    }

    /// <summary>A room that is free for the whole day of the race: the demo plans a week only.</summary>
    private async Task<int> FreeRoomAsync()
    {
        var rooms = await _clients[0].GetFromJsonAsync<JsonElement>("api/rooms/");
        foreach (var room in rooms.EnumerateArray())
        {
            var id = room.GetProperty("id").GetInt32();
            var taken = await _clients[0].GetFromJsonAsync<JsonElement>(
                $"api/reservations/?room_id={id}&from={_start:yyyy-MM-ddTHH:mm:ss}Z&to={_start.AddHours(12):yyyy-MM-ddTHH:mm:ss}Z");
            if (taken.GetProperty("count").GetInt32() == 0)
            {
                return id;
            }
        }

        throw new InvalidOperationException("No room is free.");
    }
}
