using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Growth;

/// <summary>
/// <c>growth</c>: what the size of a campus costs. <c>event</c>: a booking with listeners on the overview, many rooms against few;
/// <c>start</c>: until the first answer, many reservations in the database against few; <c>booking</c>: likewise a booking.
/// </summary>
public sealed class GrowthCommand(GrowthSettings settings)
{
    private const int StartRooms = 200;

    /// <summary>What may come of 50 times the rooms.</summary>
    private const double EventTarget = 1.3;

    /// <summary>What may come of 100 times the reservations.</summary>
    private const double ReservationsTarget = 1.5;

    private readonly Dictionary<string, object> _sizes = [];
    private readonly Dictionary<string, double> _ratios = [];
    private readonly Dictionary<string, double> _targets = [];

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var settings = GrowthSettings.Read(options);
        var growth = new GrowthCommand(settings);
        foreach (var part in settings.Parts)
        {
            await (part switch
            {
                "event" => growth.EventAsync(),
                "start" => growth.StartAsync(),
                "booking" => growth.BookingAsync(),
                _ => throw new BenchException($"There is no part \"{part}\": event, start and booking."),
            });
        }

        ResultLine.Write(options, "growth", settings, new { sizes = growth._sizes, ratios = growth._ratios, targets = growth._targets });
        return 0;
    }

    private async Task EventAsync()
    {
        // As dense, so that only the number of rooms differs.
        using var few = await GrowthServer.PrepareAsync(settings.FewRooms, settings.FewRooms * 4 * BenchDatabase.PerDay);
        using var many = await GrowthServer.PrepareAsync(settings.ManyRooms, settings.ManyRooms * 4 * BenchDatabase.PerDay);
        await BookAsync("event", $"{settings.FewRooms} rooms", few, $"{settings.ManyRooms} rooms", many, settings.Listeners, EventTarget);
    }

    private async Task BookingAsync()
    {
        using var few = await GrowthServer.PrepareAsync(StartRooms, settings.FewReservations);
        using var many = await GrowthServer.PrepareAsync(StartRooms, settings.ManyReservations);
        await BookAsync("booking", $"{settings.FewReservations} reservations", few, $"{settings.ManyReservations} reservations", many, listeners: 0, ReservationsTarget);
    }

    private async Task StartAsync()
    {
        using var few = await GrowthServer.PrepareAsync(StartRooms, settings.FewReservations);
        using var many = await GrowthServer.PrepareAsync(StartRooms, settings.ManyReservations);
        List<double> fewTimes = [], manyTimes = [];

        // The first start of each brings its files into the cache.
        for (var start = 0; start <= settings.Starts; start++)
        {
            fewTimes.Add(await StartTimeAsync(few));
            manyTimes.Add(await StartTimeAsync(many));
            await Console.Error.WriteLineAsync($"start: {fewTimes[^1]:0} and {manyTimes[^1]:0} ms");
        }

        var (fewTime, manyTime) = (Median.Of(fewTimes.Skip(1)), Median.Of(manyTimes.Skip(1)));
        _sizes[$"start, {settings.FewReservations} reservations"] = new { StartMilliseconds = fewTime };
        _sizes[$"start, {settings.ManyReservations} reservations"] = new { StartMilliseconds = manyTime };
        Keep("start", manyTime / fewTime, ReservationsTarget);
    }

    private static async Task<double> StartTimeAsync(GrowthServer size)
    {
        await using var server = await size.StartAsync();
        return server.StartTime.TotalMilliseconds;
    }

    private async Task BookAsync(string part, string fewName, GrowthServer few, string manyName, GrowthServer many, int listeners, double target)
    {
        await using var fewServer = await few.StartAsync();
        await using var manyServer = await many.StartAsync();
        using var fewClient = await fewServer.SignInAsync();
        using var manyClient = await manyServer.SignInAsync();
        await using var fewListeners = await OverviewListeners.ConnectAsync(fewServer, listeners);
        await using var manyListeners = await OverviewListeners.ConnectAsync(manyServer, listeners);
        var fewLoad = new BookingLoad(fewClient, fewServer.Meter, few.Rooms);
        var manyLoad = new BookingLoad(manyClient, manyServer.Meter, many.Rooms);

        // In turn too: code that has become hot is compiled in the background, and the later server would be behind in that.
        for (var warmed = 0; warmed < settings.Warmup; warmed += settings.Bookings)
        {
            await fewLoad.MeasureAsync(settings.Bookings);
            await manyLoad.MeasureAsync(settings.Bookings);
        }

        List<BookingFigures> fewFigures = [], manyFigures = [];
        for (var round = 0; round < settings.Rounds; round++)
        {
            fewFigures.Add(await fewLoad.MeasureAsync(settings.Bookings));
            manyFigures.Add(await manyLoad.MeasureAsync(settings.Bookings));
            await Console.Error.WriteLineAsync($"{part}: {fewFigures[^1]} and {manyFigures[^1]}");
        }

        var expected = listeners * (settings.Warmup + (settings.Rounds * settings.Bookings));
        if (Math.Min(fewListeners.Received, manyListeners.Received) < expected)
        {
            throw new BenchException($"The listeners missed messages: {fewListeners.Received} and {manyListeners.Received} of {expected}.");
        }

        _sizes[$"{part}, {fewName}"] = BookingFigures.MedianOf(fewFigures);
        _sizes[$"{part}, {manyName}"] = BookingFigures.MedianOf(manyFigures);
        Compare($"{part} CPU", figures => figures.CpuMicrosecondsPerBooking);
        Compare($"{part} p50", figures => figures.P50);

        // Within each round, since the machine drifts between them; of these the median.
        void Compare(string name, Func<BookingFigures, double> figure) =>
            Keep(name, Median.Of(manyFigures.Zip(fewFigures, (big, small) => figure(big) / figure(small))), target);
    }

    private void Keep(string name, double ratio, double target)
    {
        _ratios[name] = Median.Significant(ratio);
        _targets[name] = target;
    }
}
