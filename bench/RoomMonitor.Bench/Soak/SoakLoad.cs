using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using RoomMonitor.Bench.Circuits;

namespace RoomMonitor.Bench.Soak;

/// <summary>
/// Books rooms from now on and cancels the bookings some seconds later, at a rate that doesn't wait for answers: everybody sees every
/// change, and what holds rooms at any time stays as much. Half of the free rooms are kept booked.
/// </summary>
internal sealed class SoakLoad(HttpClient client, SoakSettings settings, SoakReceipts receipts, SoakErrors errors)
{
    private static readonly TimeSpan _length = TimeSpan.FromMinutes(30);

    private readonly Queue<int> _free = new(Enumerable.Range(1, settings.Rooms).Where(MonitorTimetable.IsFree));
    private readonly Queue<(int Room, Task<long?> Reservation)> _booked = [];

    public long Changes { get; private set; }

    /// <summary>Until it is cancelled; then waits for the answers.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / settings.Rate));
        HashSet<Task> running = [];
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                running.RemoveWhere(task => task.IsCompleted);
                if (IsAtTheEndOfTheMinute())
                {
                    // A booking may start in the running minute only, and the server must still be in it.
                    continue;
                }

                running.Add(_booked.Count > _free.Count ? CancelAsync() : BookAsync());
                Changes++;
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(running);
        }
    }

    private static bool IsAtTheEndOfTheMinute() => DateTime.UtcNow.Ticks % TimeSpan.TicksPerMinute > TimeSpan.TicksPerMinute - (250 * TimeSpan.TicksPerMillisecond);

    private Task<long?> BookAsync()
    {
        var room = _free.Dequeue();
        var now = DateTime.UtcNow;
        var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var body = new { room_id = room, start = minute, end = minute + _length, purpose = "Soak", attendees = 5 };
        var booking = SendAsync("api/reservations/", body);
        _booked.Enqueue((room, booking));
        return booking;
    }

    private async Task CancelAsync()
    {
        var (room, booking) = _booked.Dequeue();
        if (await booking is { } reservation)
        {
            var sent = Stopwatch.GetTimestamp();
            using var answer = await TryPostAsync($"api/reservations/{reservation}/cancel/", null);
            if (answer is not null)
            {
                receipts.Expect(reservation, "cancelled", sent);
            }
        }

        _free.Enqueue(room);
    }

    private async Task<long?> SendAsync(string path, object body)
    {
        var sent = Stopwatch.GetTimestamp();
        using var answer = await TryPostAsync(path, body);
        if (answer is null)
        {
            return null;
        }

        var reservation = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
        receipts.Expect(reservation, "created", sent);
        return reservation;
    }

    private async Task<HttpResponseMessage?> TryPostAsync(string path, object? body)
    {
        try
        {
            var answer = await client.PostAsJsonAsync(path, body);
            if (answer.IsSuccessStatusCode)
            {
                return answer;
            }

            errors.Add($"A change was refused: {(int)answer.StatusCode}");
            answer.Dispose();
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            errors.Add($"A change failed: {exception.Message}");
        }

        return null;
    }
}
