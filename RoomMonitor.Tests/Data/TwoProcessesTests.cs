using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using RoomMonitor.Tests.Support;

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
        var statuses = await _clients[1].GetFromJsonAsync<JsonElement>("api/rooms/status/");
        var room = statuses.EnumerateArray().First(s => !s.GetProperty("is_occupied").GetBoolean());
        var id = room.GetProperty("room_id").GetInt32();
        var now = DateTime.UtcNow;

        (await PostAsync(0, id, now, 5)).Should().Be(HttpStatusCode.Created);

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await _clients[1].GetFromJsonAsync<JsonElement>($"api/rooms/{id}/status/", deadline.Token)).GetProperty("is_occupied").GetBoolean())
        {
            await Task.Delay(50, deadline.Token);
        }
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
