using Microsoft.Extensions.Logging.Abstractions;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.Data.Timetables;

/// <summary>Another process imports while a server runs, whose campus clock shows 8:55 on 22 October 2018.</summary>
public sealed class ImportOnRunningBoardTests : IAsyncLifetime
{
    private readonly LiveBoard.LiveCommitListener _listener = new();
    private TestDatabase _database = null!;
    private OtherHost _importer = null!;
    private LiveBoard _live = null!;
    private OccupancyClock _clock = null!;
    private OccupancySubscription _subscription = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(_listener);
        _database.Clock.AdjustTime(new DateTimeOffset(2018, 10, 22, 8, 55, 0, TimeSpan.FromHours(1)));
        _importer = new OtherHost(_database);
        _live = await LiveBoard.StartAsync(_database, _listener);
        _clock = new OccupancyClock(_live.Broadcaster, _database.Clock, NullLogger<OccupancyClock>.Instance);
        await _clock.StartAsync(default);
        _subscription = _live.Broadcaster.Subscribe();
    }

    public async Task DisposeAsync()
    {
        _subscription.Dispose();
        await _clock.StopAsync(default);
        _clock.Dispose();
        await _live.DisposeAsync();
        await _importer.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Import_IntoAnEmptyDatabase_IsShownAndLives()
    {
        await _importer.ImportAsync(Lecture("09:00"));
        await ReadUntilAsync(snapshot => snapshot.Rooms.Count == 2);

        Status.FreeUntil.Should().Be(new DateTime(2018, 10, 22, 8, 0, 0, DateTimeKind.Utc));
        Status.Occupancy.Should().Be(OccupancyStatus.Free);
        _database.Clock.Advance(TimeSpan.FromSeconds(299));
        Status.Occupancy.Should().Be(OccupancyStatus.Free);
        _database.Clock.Advance(TimeSpan.FromSeconds(1));
        Status.Occupancy.Should().Be(OccupancyStatus.Occupied);
    }

    [Fact]
    public async Task Import_OfAChangedFile_ChangesTheStatus()
    {
        await _importer.ImportAsync(Lecture("09:00"));
        await ReadUntilAsync(snapshot => snapshot.Rooms.Count == 2);

        (await _importer.ImportAsync(Lecture("08:30"))).Updated.Should().Be(1);

        await ReadUntilAsync(_ => Status.Occupancy == OccupancyStatus.Occupied);
    }

    private RoomStatus Status => _live.Broadcaster.PublishDue().Rooms.Single(room => room.Room.Code == "A1").Status;

    private static RoomMonitor.Data.Timetables.TimetableImportRequest Lecture(string start) =>
        Timetable.Meetings($"a,A1,weekly,MO,{start},10:30,2018-10-22,2018-10-28,,,Optics,12,");

    private async Task ReadUntilAsync(Func<OccupancySnapshot, bool> isThere)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!isThere(_live.Broadcaster.PublishDue()))
        {
            await _subscription.ReadAsync(patience.Token);
        }
    }
}
