using System.Diagnostics;
using System.Globalization;
using RoomMonitor.Bench.Circuits;
using RoomMonitor.Bench.Core;
using RoomMonitor.Bench.Fanout;
using RoomMonitor.Bench.Sockets;

namespace RoomMonitor.Bench.Bell;

/// <summary><c>bell</c>: most rooms change at one instant, with thousands of sockets and hundreds of circuits, while bookings go on.</summary>
internal static class BellCommand
{
    private static readonly TimeSpan _before = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _after = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(50);

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var settings = new
        {
            Sockets = options.Number("sockets", 5000),
            Circuits = options.Number("circuits", 200),
            Rooms = options.Number("rooms", 200),
            Changing = options.Number("changing", 126),
            Rate = options.Real("rate", 5),
            Bells = options.Number("bells", 3),
            Preparation = options.Number("preparation", 60),
        };
        SocketSwarm.MakeRoomFor(settings.Sockets);
        var folder = BenchFiles.NewFolder();
        try
        {
            await BenchDatabase.CreateAsync(BenchFiles.RoomMonitor, folder, settings.Rooms, reservations: 0);

            // One more than is counted: the first bell is heard by code that was never run.
            var soon = DateTime.UtcNow.AddSeconds(settings.Preparation);
            var timetable = new BellTimetable(new DateTime(soon.Year, soon.Month, soon.Day, soon.Hour, soon.Minute, 0, DateTimeKind.Utc).AddMinutes(1), settings.Bells + 1);
            timetable.Write(folder, settings.Changing);
            await using var server = await MeasuredServer.StartRoomMonitorAsync(BenchFiles.RoomMonitor, folder);
            using var client = await server.SignInAsync();
            var receipts = new BellReceipts(settings.Sockets, settings.Circuits);
            await using var sockets = new SocketSwarm(server.Address, receipts.Receive);
            await sockets.OpenAsync(settings.Sockets, _ => "/ws/rooms/overview/", TimeSpan.FromMinutes(1));
            var page = new CircuitPage(new Uri(server.Address, "monitor"), CircuitPage.Laptop);
            await using var circuits = await CircuitSwarm.OpenAsync(page, settings.Circuits, receipts.Receive);
            var load = new ReservationLoad(client, settings.Rooms);
            var rung = new List<BellFigures>();
            foreach (var bell in timetable.Bells)
            {
                rung.Add(await RingAsync(bell, server.Meter, receipts, load, settings.Rate));
                await Console.Error.WriteLineAsync(rung[^1].ToString());
            }

            circuits.ThrowIfAnyFailed();
            var counts = await sockets.CountAsync();
            var counted = rung.Skip(1).ToList();
            var isComplete = counted.TrueForAll(bell => bell.Sockets.Count == settings.Sockets && bell.Circuits.Count == settings.Circuits && bell.Failures == 0) && counts.Gaps + counts.OutOfOrder == 0;
            ResultLine.Write(options, "bell", settings, new
            {
                First = rung[0],
                Bells = counted.Select((bell, index) => (bell, index)).ToDictionary(pair => $"bell {pair.index + 1}", pair => pair.bell),
                LastSocketMilliseconds = counted.Max(bell => bell.Sockets.Max),
                LastCircuitMilliseconds = counted.Max(bell => bell.Circuits.Max),
                AnswerP99Milliseconds = counted.Max(bell => bell.Answers.P99),
                MemoryGrowthMib = counted.Max(bell => bell.MemoryGrowthMib),
                Lost = counted.Sum(bell => settings.Sockets - bell.Sockets.Count + settings.Circuits - bell.Circuits.Count),
                counts.Gaps,
                counts.OutOfOrder,
            });
            return isComplete ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>From some seconds before the bell until some after it: bookings, and the most memory that was seen.</summary>
    private static async Task<BellFigures> RingAsync(DateTime bell, ProcessMeter meter, BellReceipts receipts, ReservationLoad load, double rate)
    {
        if (bell - _before - DateTime.UtcNow is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait);
        }
        else
        {
            throw new BenchException(string.Create(CultureInfo.InvariantCulture, $"The bell of {bell:HH:mm} came before everybody was there: give more --preparation."));
        }

        receipts.Expect(Stopwatch.GetTimestamp() + (long)((bell - DateTime.UtcNow).TotalSeconds * Stopwatch.Frequency));
        var bookings = load.RunAsync((int)((_before + _after).TotalSeconds * rate), rate);
        long before = 0, most = 0;
        while (DateTime.UtcNow < bell + _after)
        {
            await Task.Delay(_step);
            var now = meter.ResidentBytes();
            (before, most) = DateTime.UtcNow < bell ? (now, now) : (before, Math.Max(most, now));
        }

        var answered = await bookings;
        var (sockets, circuits) = receipts.Read();
        return new BellFigures(
            sockets,
            circuits,
            Distribution.Of(answered.Select(booking => Stopwatch.GetElapsedTime(booking.SentAt, booking.AnsweredAt).TotalMilliseconds)),
            Math.Round((most - before) / (1024.0 * 1024), 1),
            answered.Count(booking => booking.Failure is not null));
    }
}
