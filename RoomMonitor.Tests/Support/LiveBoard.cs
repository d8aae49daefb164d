using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RoomMonitor.Data.Activity;
using RoomMonitor.Data.Occupancy;
using RoomMonitor.Data.Outbox;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.Support;

/// <summary>A board that tails a test database, as a server does; may be stopped and started again.</summary>
public sealed class LiveBoard : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly CommitHints _hints = new(TimeProvider.System, NullLogger<CommitHints>.Instance);
    private readonly OccupancyTail _tail;
    private readonly LiveCommitListener _listener;

    private LiveBoard(TestDatabase database, LiveCommitListener listener, IActivityTail? log)
    {
        var calendar = CampusCalendar.Of("Europe/Lisbon");
        var options = Options.Create(new RealtimeOptions { TailIntervalMilliseconds = 50 });
        var board = new OccupancyBoard(calendar);
        _database = database;
        _listener = listener;
        Broadcaster = new OccupancyBroadcaster(board, database.Clock, options);
        _tail = new OccupancyTail(
            log ?? database.Services.GetRequiredService<IActivityTail>(),
            _hints,
            board,
            Broadcaster,
            new OccupancyLoader(database.Services.GetRequiredService<OccupancyQueries>(), calendar, database.Clock),
            TimeProvider.System,
            options,
            NullLogger<OccupancyTail>.Instance);
    }

    public OccupancyBroadcaster Broadcaster { get; }

    /// <param name="log">Another log than the database's, such as one whose order a test decides.</param>
    public static async Task<LiveBoard> StartAsync(TestDatabase database, LiveCommitListener listener, IActivityTail? log = null)
    {
        var live = new LiveBoard(database, listener, log);
        listener.Target = live._hints;
        await live._tail.StartAsync(default);
        return live;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Target = null;
        await _tail.StopAsync(default);
        _tail.Dispose();
    }

    /// <summary>Hands commits to the tail that runs, if one does.</summary>
    public sealed class LiveCommitListener : ICommitListener
    {
        public CommitHints? Target { get; set; }

        public void Committed(IReadOnlyList<long> activityIds) => Target?.Committed(activityIds);

        public Task PublishedAsync(long activityId, CancellationToken cancellationToken) =>
            Target?.PublishedAsync(activityId, cancellationToken) ?? Task.CompletedTask;
    }
}
