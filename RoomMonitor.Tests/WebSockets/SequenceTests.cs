using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Domain.Activity;

namespace RoomMonitor.Tests.WebSockets;

public sealed class SequenceTests
{
    private const string Overview = "/ws/rooms/overview/";

    [Fact]
    public async Task Heartbeats_CarryTheLastNumber_AndTheLightOnesNoRooms()
    {
        var real = new FakeTimeProvider();
        await using var server = await SocketServer.StartAsync(real: real);
        using var room = await server.ConnectAsync("/ws/rooms/1/");
        using var full = await server.ConnectAsync(Overview);
        using var light = await server.ConnectAsync(Overview + "?heartbeat=light");
        await room.ReadAsync();
        await full.ReadAsync();
        await light.ReadAsync();
        server.Booking.Create(1);
        var ofRoom = await room.ReadAsync("reservation.created");
        var ofCampus = await full.ReadAsync("room.update");
        await light.ReadAsync("room.update");
        server.Campus.Advance(TimeSpan.FromMinutes(1));

        real.Advance(TimeSpan.FromSeconds(30));
        var first = await room.ReadAsync();
        real.Advance(TimeSpan.FromSeconds(30));
        var second = await room.ReadAsync();
        var overview = await full.ReadAsync();
        var small = await light.ReadAsync();

        first.Fields().Should().Equal("type", "status", "sequence", "epoch", "timestamp");
        first.Status().GetProperty("time_until_free").GetInt32().Should().Be(59);
        first.Text("timestamp").Should().Be("2026-11-23T12:31:00.000Z");
        new[] { first, second, overview, small }.Should().OnlyContain(message => message.Type() == "heartbeat");
        new[] { first.Sequence(), second.Sequence() }.Should().OnlyContain(sequence => sequence == ofRoom.Sequence());
        overview.Fields().Should().Equal("type", "rooms", "sequence", "epoch", "timestamp");
        overview.Rooms().Should().HaveCount(3);
        overview.Sequence().Should().Be(ofCampus.Sequence());
        small.Fields().Should().Equal("type", "sequence", "epoch", "timestamp");
        small.Sequence().Should().Be(ofCampus.Sequence());
        small.Epoch().Should().Be(overview.Epoch());
    }

    [Fact]
    public async Task Sequence_CountsAlsoWhileNobodyIsConnected()
    {
        await using var server = await SocketServer.StartAsync();
        using var witness = await server.ConnectAsync(Overview);
        await witness.ReadAsync();
        JsonElement before;
        using (var client = await server.ConnectAsync("/ws/rooms/1/"))
        {
            before = await client.ReadAsync();
            await client.CloseAsync();
        }

        await server.EndedAsync();
        server.Booking.Create(1);
        server.Booking.Create(1, inMinutes: 90);
        await witness.ReadAsync();
        await witness.ReadAsync();

        using var again = await server.ConnectAsync("/ws/rooms/1/");
        var after = await again.ReadAsync();
        after.Epoch().Should().Be(before.Epoch());
        after.Sequence().Should().Be(before.Sequence() + 2);
    }

    [Fact]
    public async Task Epoch_IsItsOwnForEachChannelAndProcess()
    {
        await using var one = await SocketServer.StartAsync();
        await using var other = await SocketServer.StartAsync();
        var epochs = new List<string>();
        foreach (var server in new[] { one, other })
        {
            foreach (var path in new[] { "/ws/rooms/1/", "/ws/rooms/2/", Overview, Overview + "?building=A", Overview + "?building=B" })
            {
                using var client = await server.ConnectAsync(path);
                epochs.Add((await client.ReadAsync()).Epoch());
            }
        }

        epochs.Should().OnlyHaveUniqueItems().And.HaveCount(10);
    }

    [Fact]
    public async Task Messages_AreSerialisedOnceForAllReceivers_AndNeverForNobody()
    {
        await using var server = await SocketServer.StartAsync();
        server.Booking.Create(1);
        var clients = new List<SocketClient>();
        for (var i = 0; i < 20; i++)
        {
            // Its status first: one that came later would contain the next change, and no message would tell of it.
            clients.Add(await server.ConnectAsync(Overview));
            (await clients[^1].ReadAsync()).Type().Should().Be("rooms.status");
        }

        // The witness of what came before the first client: from here on everything is known.
        server.Booking.Create(2);
        foreach (var client in clients)
        {
            while ((await client.ReadAsync()) is var message && (message.Type() != "room.update" || message.GetProperty("room_id").GetInt32() != 2))
            {
            }
        }

        var before = server.Hub.Messages.Serialised;
        server.Booking.Create(3);
        foreach (var client in clients)
        {
            (await client.ReadAsync()).Type().Should().Be("room.update");
        }

        var afterUpdate = server.Hub.Messages.Serialised;
        for (var i = 0; i < 20; i++)
        {
            var client = await server.ConnectAsync(Overview);
            clients.Add(client);
            (await client.ReadAsync()).Type().Should().Be("rooms.status");
        }

        afterUpdate.Should().Be(before + 1);
        server.Hub.Messages.Serialised.Should().Be(afterUpdate + 1);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task Connects_WhileChangesFlow_SeeEveryChangeOnceAfterTheirStatus()
    {
        const int Clients = 200;
        await using var server = await SocketServer.StartAsync(rooms: 5, settings: new() { ["WebSockets:QueueLength"] = "10000", ["WebSockets:OverviewHeartbeat"] = "1:00:00" });
        using var witness = await server.ConnectAsync(Overview);
        var start = await witness.ReadAsync();
        var connected = 0;
        var counts = Enumerable.Range(0, Clients).Select(async _ =>
        {
            using var client = await server.ConnectAsync(Overview);
            var first = await client.ReadAsync();
            Interlocked.Increment(ref connected);
            return first.Sequence() + await FollowAsync(client, first);
        }).ToList();

        // One change after the other, as fast as the witness sees them, until everybody is there and a while longer.
        var made = 0;
        for (var more = 100; more > 0; made++)
        {
            more -= Volatile.Read(ref connected) == Clients ? 1 : 0;
            server.Booking.Create(1 + (made % 5), minutes: 1, inMinutes: 30 + (made % 400));
            (await witness.ReadAsync()).Sequence().Should().Be(start.Sequence() + made + 1);
        }

        server.Booking.Apply(ActivityAction.ReservationDeleted, server.Booking.New(1));
        (await Task.WhenAll(counts)).Should().OnlyContain(last => last == start.Sequence() + made + 1);
        server.Log.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Burst_OverTheHubsOwnQueue_EndsWithTheWholeState()
    {
        const int Rooms = 500;
        await using var server = await SocketServer.StartAsync(Rooms, settings: new() { ["Realtime:SubscriberQueue"] = "1" });
        using var overview = await server.ConnectAsync(Overview);
        using var room = await server.ConnectAsync("/ws/rooms/1/");
        var last = await overview.ReadAsync();
        await room.ReadAsync();
        for (var id = 1; id <= Rooms; id++)
        {
            server.Booking.Create(id);
        }

        var occupied = new HashSet<int>();
        var replaced = 0;
        while (occupied.Count < Rooms)
        {
            var message = await overview.ReadAsync();
            message.Sequence().Should().Be(last.Sequence() + 1);
            last = message;
            replaced += message.Type() == "rooms.status" ? 1 : 0;
            var statuses = message.Type() == "rooms.status" ? message.Rooms() : [message.Status()];
            occupied.UnionWith(statuses.Where(status => status.GetProperty("is_occupied").GetBoolean()).Select(status => status.GetProperty("room_id").GetInt32()));
        }

        replaced.Should().BePositive();
        (await room.ReadAsync()).Status().Text("occupancy_status").Should().Be("occupied");
    }

    /// <summary>Applies every change to the state of the connect, and checks that each is the one that follows.</summary>
    private static async Task<long> FollowAsync(SocketClient client, JsonElement first)
    {
        var today = first.Rooms().ToDictionary(room => room.GetProperty("room_id").GetInt32(), room => room.GetProperty("reservations_today").GetInt32());
        for (var seen = 1L; ; seen++)
        {
            var change = await client.ReadAsync();
            change.Type().Should().Be("room.update");
            change.Sequence().Should().Be(first.Sequence() + seen);
            if (change.Text("event_type") == "deleted")
            {
                return seen;
            }

            var room = change.GetProperty("room_id").GetInt32();
            change.Status().GetProperty("reservations_today").GetInt32().Should().Be(++today[room]);
        }
    }
}
