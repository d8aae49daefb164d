using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Activity;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.Realtime;

/// <summary>
/// SQL Server's case: an entry with an earlier id commits later than ours. A log that the test opens step by step stands for it here.
/// </summary>
public sealed class CommitOrderTests : IAsyncLifetime
{
    private readonly LiveBoard.LiveCommitListener _listener = new();
    private readonly HeldBackLog _log = new();
    private TestDatabase _database = null!;
    private LiveBoard _live = null!;
    private OccupancySubscription _subscription = null!;
    private ActivityEntry _earlier = null!;
    private ActivityEntry _ours = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(_listener);
        var rooms = new[] { await _database.AddRoomAsync("A"), await _database.AddRoomAsync("B") };
        _live = await LiveBoard.StartAsync(_database, _listener, _log);
        _subscription = _live.Broadcaster.Subscribe();
        var tail = _listener.Target;
        _listener.Target = null;
        foreach (var room in rooms)
        {
            await _database.Reservations.CreateAsync(TestDatabase.Draft(room.Id, startsInMinutes: 0), Caller.System, default);
        }

        _listener.Target = tail;
        await using var context = _database.Open();
        var entries = await context.Activity.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync();
        (_earlier, _ours) = (entries[0], entries[1]);
    }

    public async Task DisposeAsync()
    {
        _subscription.Dispose();
        await _live.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task OurCommit_BehindAnOpenTransaction_IsToldAtOnceAndNothingIsLostOrDoubled()
    {
        // The other transaction is still open: the log ends before it, but ours has committed.
        _log.Committed = [_ours];
        _listener.Committed([_ours.Id]);
        await _listener.PublishedAsync(_ours.Id, default);
        (await SeenAsync(1)).Should().Equal(_ours.ReservationId);

        // Now it commits, and the log goes on over both.
        _log.Committed = [_earlier, _ours];
        _log.Readable = [_earlier, _ours];
        (await SeenAsync(1)).Should().Equal(_earlier.ReservationId);

        _live.Broadcaster.PublishDue().Rooms.Should().OnlyContain(room => room.Status.IsOccupied);
    }

    [Fact]
    public async Task Hint_OfWhatASavepointTookBack_IsForgotten()
    {
        _listener.Committed([4711]);

        await _listener.PublishedAsync(4711, default);

        _live.Broadcaster.PublishDue().Rooms.Should().OnlyContain(room => !room.Status.IsOccupied);
    }

    [Fact]
    public void TailInterval_AsShipped_IsWellWithinTwoSeconds() =>
        new RealtimeOptions().TailIntervalMilliseconds.Should().BeLessThanOrEqualTo(1_000);

    private async Task<List<int?>> SeenAsync(int count)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var seen = new List<int?>();
        while (seen.Count < count)
        {
            seen.AddRange((await _subscription.ReadAsync(deadline.Token)).Updates.SelectMany(u => u.Changes).Select(c => c.Reservation?.Id));
        }

        return seen;
    }

    private sealed class HeldBackLog : IActivityTail
    {
        /// <summary>What a read by id finds.</summary>
        public IReadOnlyList<ActivityEntry> Committed { get; set; } = [];

        /// <summary>What lies before the oldest open transaction.</summary>
        public IReadOnlyList<ActivityEntry> Readable { get; set; } = [];

        public Task<long> PositionAsync(CancellationToken cancellationToken) => Task.FromResult(0L);

        public Task<ActivityPage> ReadAsync(long after, CancellationToken cancellationToken)
        {
            var entries = Readable.Skip((int)after).ToList();
            return Task.FromResult(new ActivityPage(entries, after + entries.Count, HasMore: false));
        }

        public Task<IReadOnlyList<ActivityEntry>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ActivityEntry>>([.. Committed.Where(entry => ids.Contains(entry.Id))]);
    }
}
