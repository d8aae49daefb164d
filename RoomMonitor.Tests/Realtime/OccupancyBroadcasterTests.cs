using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.Realtime;

public sealed class OccupancyBroadcasterTests
{
    private readonly OccupancyScene _scene = new();

    private OccupancyBroadcaster Broadcaster => _scene.Broadcaster;

    [Fact]
    public async Task Apply_CreatedNow_PublishesTheNewStatus()
    {
        using var subscription = Broadcaster.Subscribe();

        Broadcaster.Apply([_scene.Created(roomId: 1, startsInMinutes: 0, minutes: 60)]);

        var change = (await ReadAsync(subscription)).Should().ContainSingle().Subject;
        change.Action.Should().Be(ActivityAction.ReservationCreated);
        change.Status.Occupancy.Should().Be(OccupancyStatus.Occupied);
        change.Status.TimeUntilFree.Should().Be(60);
        change.Before.Occupancy.Should().Be(OccupancyStatus.Free);
    }

    [Fact]
    public async Task Current_TransitionDue_IsPublishedBeforeItIsRead()
    {
        Broadcaster.Apply([_scene.Created(roomId: 1, startsInMinutes: 60, minutes: 60)]);
        using var subscription = Broadcaster.Subscribe();

        _scene.Clock.Advance(TimeSpan.FromMinutes(60));
        var status = StatusOf(Broadcaster.PublishDue());

        status.Occupancy.Should().Be(OccupancyStatus.Occupied);
        (await ReadAsync(subscription)).Should().ContainSingle().Which.Action.Should().BeNull();
    }

    [Fact]
    public void Snapshot_ReadPastItsNextTransition_NeverRunsAhead()
    {
        Broadcaster.Apply([_scene.Created(roomId: 1, startsInMinutes: 60, minutes: 60)]);
        var snapshot = Broadcaster.PublishDue();

        _scene.Clock.Advance(TimeSpan.FromMinutes(61));

        StatusOf(snapshot).Occupancy.Should().Be(OccupancyStatus.Free);
    }

    [Fact]
    public async Task Apply_MoveToAnotherRoom_TellsBothRooms()
    {
        var created = _scene.Created(roomId: 1, startsInMinutes: 0, minutes: 60);
        Broadcaster.Apply([created]);
        using var subscription = Broadcaster.Subscribe();

        Broadcaster.Apply([_scene.Next(created, ActivityAction.ReservationUpdated, f => f with { RoomId = 2 }, previousRoomId: 1)]);

        var changes = await ReadAsync(subscription);
        changes.Select(c => (c.RoomId, c.Status.IsOccupied, c.Action)).Should().BeEquivalentTo(
            [(1, false, ActivityAction.ReservationUpdated), (2, true, ActivityAction.ReservationUpdated)]);
    }

    [Fact]
    public async Task Apply_OlderVersionAfterNewer_LeavesTheNewerState()
    {
        var created = _scene.Created(roomId: 1, startsInMinutes: 0, minutes: 60);
        var cancelled = _scene.Next(created, ActivityAction.ReservationCancelled, f => f with { Status = ReservationStatus.Cancelled });
        Broadcaster.Apply([created]);
        Broadcaster.Apply([cancelled]);
        using var subscription = Broadcaster.Subscribe();

        Broadcaster.Apply([created]);

        (await ReadAsync(subscription)).Should().ContainSingle().Which.Status.IsOccupied.Should().BeFalse();
    }

    [Theory]
    [InlineData(ActivityAction.ReservationCancelled)]
    [InlineData(ActivityAction.ReservationDeleted)]
    public async Task Apply_CancelledOrDeleted_FreesTheRoom(ActivityAction action)
    {
        var created = _scene.Created(roomId: 1, startsInMinutes: 0, minutes: 60);
        Broadcaster.Apply([created]);
        using var subscription = Broadcaster.Subscribe();

        var status = action == ActivityAction.ReservationCancelled ? ReservationStatus.Cancelled : ReservationStatus.Confirmed;
        Broadcaster.Apply([_scene.Next(created, action, f => f with { Status = status })]);

        (await ReadAsync(subscription)).Should().ContainSingle().Which.Status.IsOccupied.Should().BeFalse();
    }

    [Fact]
    public async Task Advance_ClockSetBack_TellsTheStatusOfThen()
    {
        Broadcaster.Apply([_scene.Created(roomId: 1, startsInMinutes: 60, minutes: 60)]);
        _scene.Clock.Advance(TimeSpan.FromMinutes(90));
        Broadcaster.Advance();
        using var subscription = Broadcaster.Subscribe();

        _scene.Clock.AdjustTime(OccupancyScene.Start);
        Broadcaster.Advance(all: true);

        (await ReadAsync(subscription)).Should().ContainSingle().Which.Status.IsOccupied.Should().BeFalse();
        Broadcaster.PublishDue().NextTransition.Should().Be(OccupancyScene.Start.UtcDateTime.AddMinutes(60));
    }

    [Fact]
    public async Task Load_RoomGoneAndRoomNew_SaysThatRoomsChanged()
    {
        using var subscription = Broadcaster.Subscribe();

        Broadcaster.Load(_scene.LoadOf(OccupancyScene.Rooms(2, 3)));

        var batch = await subscription.ReadAsync(default);
        batch.Updates.Should().ContainSingle().Which.RoomsChanged.Should().BeTrue();
        batch.Latest.Rooms.Select(r => r.Room.Id).Should().Equal(2, 3);
        batch.Latest.Find(1).Should().BeNull();
    }

    [Fact]
    public async Task Load_NothingDiffers_TellsOfNoChange()
    {
        using var subscription = Broadcaster.Subscribe();

        Broadcaster.Load(_scene.LoadOf(OccupancyScene.Rooms(1, 2, 3)));

        var update = (await subscription.ReadAsync(default)).Updates.Should().ContainSingle().Subject;
        update.Changes.Should().BeEmpty();
        update.RoomsChanged.Should().BeFalse();
    }

    [Fact]
    public async Task Load_RoomWithAnotherName_SaysThatRoomsChanged()
    {
        using var subscription = Broadcaster.Subscribe();
        var rooms = OccupancyScene.Rooms(1, 2, 3);
        rooms[1].Name = "Senate Room";

        Broadcaster.Load(_scene.LoadOf(rooms));

        var update = (await subscription.ReadAsync(default)).Updates.Should().ContainSingle().Subject;
        update.RoomsChanged.Should().BeTrue();
        update.Changes.Select(change => change.RoomId).Should().Equal(2);
    }

    [Fact]
    public async Task Subscribe_OverflownQueue_IsReplacedByTheLatestState()
    {
        var scene = new OccupancyScene(queue: 3);
        using var slow = scene.Broadcaster.Subscribe();
        for (var index = 0; index < 10; index++)
        {
            scene.Broadcaster.Apply([scene.Created(roomId: 1, startsInMinutes: 10 * index, minutes: 10)]);
        }

        var batch = await slow.ReadAsync(default);

        batch.Overflowed.Should().BeTrue();
        batch.Updates.Should().BeEmpty();
        batch.Latest.Should().BeSameAs(scene.Broadcaster.PublishDue());

        scene.Broadcaster.Apply([scene.Created(roomId: 2, startsInMinutes: 0, minutes: 10)]);
        (await slow.ReadAsync(default)).Updates.Should().HaveCount(1);
    }

    [Fact]
    public void Dispose_Subscription_LeavesNothingBehind()
    {
        var subscription = Broadcaster.Subscribe();
        subscription.Dispose();
        subscription.Dispose();

        Broadcaster.SubscriberCount.Should().Be(0);
    }

    [Fact]
    public async Task Subscribe_WhileUpdatesFly_MissesNothingAndSeesNothingTwice()
    {
        using var stop = new CancellationTokenSource();
        var publisher = Task.Run(() =>
        {
            for (var index = 0; index < 2_000; index++)
            {
                Broadcaster.Apply([_scene.Created(roomId: 1 + (index % 3), startsInMinutes: index, minutes: 1)]);
            }
        });

        var readers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            using var subscription = Broadcaster.Subscribe();
            var version = subscription.Initial.Version;
            while (version < 2_001)
            {
                foreach (var update in (await subscription.ReadAsync(stop.Token)).Updates)
                {
                    update.Snapshot.Version.Should().Be(++version);
                }
            }
        }));

        stop.CancelAfter(TimeSpan.FromMinutes(1));
        await Task.WhenAll([publisher, .. readers]);
    }

    private RoomStatus StatusOf(OccupancySnapshot snapshot) => snapshot.StatusAt(snapshot.Find(1)!, _scene.Now);

    private static async Task<IReadOnlyList<RoomChange>> ReadAsync(OccupancySubscription subscription) =>
        [.. (await subscription.ReadAsync(default)).Updates.SelectMany(update => update.Changes)];
}
