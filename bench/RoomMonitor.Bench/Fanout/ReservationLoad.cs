using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RoomMonitor.Bench.Fanout;

/// <summary>
/// Makes reservations over REST on a fixed schedule, whether the answers come or not. The rooms take turns, and no two reservations
/// collide: half hours from four days ahead to six, where <see cref="Core.BenchDatabase"/> has none and the board's window still reaches.
/// </summary>
/// <param name="client">Signed in where the server wants that. Its base address is the server's.</param>
/// <param name="rooms">Their ids are 1 to this.</param>
public sealed class ReservationLoad(HttpClient client, int rooms)
{
    private const int SlotsPerDay = 48;
    private const int FirstDay = 4;
    private const int Days = 3;

    private readonly DateTime _today = DateTime.UtcNow.Date;
    private int _made;

    /// <summary>Goes on where the last call stopped; done when every answer is there, in the order of the requests.</summary>
    /// <param name="rate">Reservations a second.</param>
    public async Task<IReadOnlyList<SentReservation>> RunAsync(int count, double rate, CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        var pending = new List<Task<SentReservation>>(count);
        for (var i = 0; i < count; i++)
        {
            var wait = TimeSpan.FromSeconds(i / rate) - Stopwatch.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, cancellationToken);
            }

            pending.Add(SendAsync(_made++, cancellationToken));
        }

        return await Task.WhenAll(pending);
    }

    private async Task<SentReservation> SendAsync(int nth, CancellationToken cancellationToken)
    {
        var (room, slot) = ((nth % rooms) + 1, nth / rooms);
        if (slot >= SlotsPerDay * Days)
        {
            throw new Core.BenchException($"There is no slot left for reservation {nth + 1} in {rooms} rooms.");
        }

        using var content = new StringContent(Body(room, _today.AddDays(FirstDay).AddHours(slot / 2.0)), Encoding.UTF8, "application/json");
        var sent = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await client.PostAsync("api/reservations/", content, cancellationToken);
            var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            var answered = Stopwatch.GetTimestamp();
            return answer.IsSuccessStatusCode
                ? new SentReservation(room, sent, answered, ReadId(body), null)
                : new SentReservation(room, sent, answered, 0, $"HTTP {(int)answer.StatusCode}: {Encoding.UTF8.GetString(body)}");
        }
        catch (HttpRequestException exception)
        {
            return new SentReservation(room, sent, Stopwatch.GetTimestamp(), 0, exception.Message);
        }
    }

    private static long ReadId(byte[] body)
    {
        using var answer = JsonDocument.Parse(body);
        return answer.RootElement.GetProperty("id").GetInt64();
    }

    // The reference servers ask for no "title", and ignore "purpose"; ours refuses what it doesn't know.
    private static string Body(int room, DateTime start) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"room_id":{{room}},"purpose":"Load","start":"{{start:yyyy-MM-ddTHH:mm:ssZ}}","end":"{{start.AddMinutes(30):yyyy-MM-ddTHH:mm:ssZ}}","attendees":5}""");
}
