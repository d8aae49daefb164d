using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Kiosks;

/// <summary>Books free rooms from now on and cancels again, one room after the other, each change on its time.</summary>
internal sealed class RoomTurns(HttpClient client, IReadOnlyList<int> rooms)
{
    public async Task<IReadOnlyList<RoomTurn>> RunAsync(int changes, double perSecond)
    {
        var (turns, started) = (new List<RoomTurn>(), Stopwatch.GetTimestamp());
        var reservation = 0;
        for (var i = 0; i < changes; i++)
        {
            var left = TimeSpan.FromSeconds((i + (0.5 * Random.Shared.NextDouble())) / perSecond) - Stopwatch.GetElapsedTime(started);
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            await RunningMinute.AwaitAsync();
            var sentAt = Stopwatch.GetTimestamp();
            var isBooking = i % 2 == 0;
            if (isBooking)
            {
                reservation = await BookAsync(rooms[i / 2 % rooms.Count]);
            }
            else
            {
                await CheckAsync(await client.PostAsync($"api/reservations/{reservation}/cancel/", null));
            }

            turns.Add(new RoomTurn(isBooking ? "occupied" : "available", sentAt, Stopwatch.GetTimestamp()));
        }

        return turns;
    }

    private async Task<int> BookAsync(int room)
    {
        var minute = RunningMinute.Start();
        var answer = await CheckAsync(await client.PostAsJsonAsync(
            "api/reservations/", new { room_id = room, start = minute, end = minute.AddMinutes(45), purpose = "Bench", attendees = 5 }));
        return answer.GetProperty("id").GetInt32();
    }

    private static async Task<JsonElement> CheckAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return answer.IsSuccessStatusCode
                ? await answer.Content.ReadFromJsonAsync<JsonElement>()
                : throw new BenchException($"A change was refused: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
