using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Circuits;

/// <summary>
/// Books free rooms from now on and cancels the bookings again, in turn and one room after the other, at a rate that doesn't wait for
/// answers. Both are changes that everybody sees who sees the room.
/// </summary>
internal sealed class InstantReservations(HttpClient client, MonitorTimetable timetable, IEnumerable<int> rooms, int circuits, ChangeWatch watch)
{
    /// <summary>Of the circuits, until a change counts as lost.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly Queue<int> _free = new(rooms);
    private readonly Queue<(int Room, Task<int> Reservation)> _booked = [];
    private readonly Random _random = new(1);
    private int _count;

    /// <summary>Makes a number of changes and returns when all have arrived or are lost.</summary>
    public async Task<IReadOnlyList<RoomChange>> RunAsync(int changes, double perSecond)
    {
        var started = Stopwatch.GetTimestamp();
        var (made, running) = (new List<RoomChange>(), new List<Task>());
        for (var i = 0; i < changes; i++)
        {
            // Not in step with the batches of 100 ms, nor with the outlines that end after two seconds.
            var due = TimeSpan.FromSeconds((i + (0.8 * _random.NextDouble())) / perSecond);
            await DelayAsync(due - Stopwatch.GetElapsedTime(started));
            await RunningMinute.AwaitAsync();
            var (change, answered) = MustCancel() ? Cancel() : Book();
            made.Add(change);
            running.Add(answered);
            running.Add(watch.FollowAsync(change, _patience));
        }

        await Task.WhenAll(running);
        return made;
    }

    private static Task DelayAsync(TimeSpan time) => time > TimeSpan.Zero ? Task.Delay(time) : Task.CompletedTask;

    /// <summary>Half of the rooms are kept booked, so that each change stays for a while.</summary>
    private bool MustCancel() => _booked.Count > _free.Count;

    private (RoomChange Change, Task Answered) Book()
    {
        var room = _free.Dequeue();
        var minute = RunningMinute.Start();
        var change = new RoomChange(room, minute.AddMinutes(20 + _random.Next(30)).AddMilliseconds(_count++), circuits);
        var reservation = new { room_id = room, start = minute, end = change.Until, purpose = "Bench", attendees = 5 };
        var answered = SendAsync(change, () => client.PostAsJsonAsync("api/reservations/", reservation));
        _booked.Enqueue((room, answered));
        return (change, answered);
    }

    private (RoomChange Change, Task Answered) Cancel()
    {
        var (room, reservation) = _booked.Dequeue();
        if (!reservation.IsCompletedSuccessfully)
        {
            throw new BenchException("A booking was not answered by the time it was to be cancelled: the server doesn't keep up.");
        }

        _free.Enqueue(room);
        var change = new RoomChange(room, timetable.FreeUntil(room), circuits);
        return (change, SendAsync(change, () => client.PostAsync($"api/reservations/{reservation.Result}/cancel/", null)));
    }

    private async Task<int> SendAsync(RoomChange change, Func<Task<HttpResponseMessage>> send)
    {
        watch.Expect(change);
        change.SentAt = Stopwatch.GetTimestamp();
        using var answer = await send();
        change.AnsweredAt = Stopwatch.GetTimestamp();
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt32()
            : throw new BenchException($"A change was refused: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
