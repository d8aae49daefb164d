using System.Text.Json;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Tests.WebSockets;

public sealed class OverviewSocketTests
{
    private static readonly string[] _updateFields =
        ["type", "room_id", "event_type", "reservation_id", "reservation", "status", "sequence", "epoch", "timestamp"];

    [Theory]
    [InlineData("/ws/rooms/overview/")]
    [InlineData("/ws/rooms/overview")]
    public async Task Connect_Overview_SendsAllRoomsInOrder(string path)
    {
        await using var server = await SocketServer.StartAsync(rooms: 4);
        using var client = await server.ConnectAsync(path);

        var message = await client.ReadAsync();

        message.Type().Should().Be("rooms.status");
        message.Fields().Should().Equal("type", "rooms", "sequence", "epoch", "timestamp");
        message.Rooms().Select(room => room.GetProperty("room_id").GetInt32()).Should().Equal(1, 3, 2, 4);
        message.Rooms()[0].Fields().Should().Equal(JsonMessageExtensions.StatusFields);
    }

    [Fact]
    public async Task Change_OfEachKind_IsARoomUpdate()
    {
        await using var server = await SocketServer.StartAsync();
        using var client = await server.ConnectAsync("/ws/rooms/overview/");
        var first = await client.ReadAsync();
        var booked = server.Booking.Create(1);
        server.Booking.Apply(ActivityAction.ReservationConfirmed, booked with { Version = 1 });
        server.Booking.Apply(ActivityAction.ReservationUpdated, booked with { Version = 2, Attendees = 13 });
        server.Pass(TimeSpan.FromMinutes(45));
        server.Booking.Apply(ActivityAction.ReservationCancelled, booked with { Version = 3, Status = ReservationStatus.Cancelled });
        server.Booking.Apply(ActivityAction.ReservationDeleted, booked with { Version = 4, Status = ReservationStatus.Cancelled });

        var seen = new List<JsonElement>();
        for (var i = 1; i <= 6; i++)
        {
            seen.Add(await client.ReadAsync());
            seen[^1].Type().Should().Be("room.update");
            seen[^1].Fields().Should().Equal(_updateFields);
            seen[^1].Sequence().Should().Be(first.Sequence() + i);
            seen[^1].GetProperty("room_id").GetInt32().Should().Be(1);
        }

        seen.Select(message => message.Text("event_type")).Should()
            .Equal("created", "confirmed", "updated", "status_changed", "cancelled", "deleted");
        seen.Select(message => message.Status().Text("occupancy_status")).Should()
            .Equal("occupied", "occupied", "occupied", "ending_soon", "free", "free");
        seen.Select(message => message.GetProperty("reservation_id").Deserialize<int?>()).Should()
            .Equal(booked.Id, booked.Id, booked.Id, null, booked.Id, booked.Id);
        seen.Select(message => message.GetProperty("reservation").ValueKind == JsonValueKind.Null).Should()
            .Equal(false, false, false, true, false, true);
        seen[2].Status().GetProperty("current_attendees").GetInt32().Should().Be(13);
    }

    [Fact]
    public async Task Building_NarrowsTheOverview_AndCountsByItself()
    {
        await using var server = await SocketServer.StartAsync(rooms: 4);
        using var building = await server.ConnectAsync("/ws/rooms/overview/?building=%E2%80%8BB%C2%AD%C2%A0");
        using var campus = await server.ConnectAsync("/ws/rooms/overview/");
        var first = await building.ReadAsync();
        var all = await campus.ReadAsync();

        server.Booking.Create(1);
        server.Booking.Create(2);

        first.Rooms().Should().HaveCount(2).And.OnlyContain(room => room.Text("building") == "B");
        first.Epoch().Should().NotBe(all.Epoch());
        var update = await building.ReadAsync();
        update.GetProperty("room_id").GetInt32().Should().Be(2);
        update.Sequence().Should().Be(first.Sequence() + 1);
        (await campus.ReadAsync()).Sequence().Should().Be(all.Sequence() + 1);
        (await campus.ReadAsync()).Sequence().Should().Be(all.Sequence() + 2);
    }

    [Fact]
    public async Task ManyRoomsAtOnce_AreOneStatusOnOverviews_AndEventsOnTheirRooms()
    {
        await using var server = await SocketServer.StartAsync(rooms: 34);
        using var campus = await server.ConnectAsync("/ws/rooms/overview/");
        using var building = await server.ConnectAsync("/ws/rooms/overview/?building=A");
        using var room = await server.ConnectAsync("/ws/rooms/1/");
        var first = await campus.ReadAsync();
        await building.ReadAsync();
        await room.ReadAsync();

        // 17 rooms, 9 of them in building A.
        server.Booking.CreateAll(Enumerable.Range(1, 17));

        var status = await campus.ReadAsync();
        status.Type().Should().Be("rooms.status");
        status.Sequence().Should().Be(first.Sequence() + 1);
        status.Rooms().Count(one => one.GetProperty("is_occupied").GetBoolean()).Should().Be(17);
        for (var i = 0; i < 9; i++)
        {
            (await building.ReadAsync()).Type().Should().Be("room.update");
        }

        (await room.ReadAsync()).Type().Should().Be("reservation.created");
        server.Pass(TimeSpan.FromMinutes(45));
        (await campus.ReadAsync()).Sequence().Should().Be(first.Sequence() + 2);
        (await room.ReadAsync()).Type().Should().Be("room.status");
    }

    [Fact]
    public async Task SixteenRoomsAtOnce_AreSixteenUpdates()
    {
        await using var server = await SocketServer.StartAsync(rooms: 34);
        using var client = await server.ConnectAsync("/ws/rooms/overview/");
        var first = await client.ReadAsync();

        server.Booking.CreateAll(Enumerable.Range(1, 16));

        for (var i = 1; i <= 16; i++)
        {
            var message = await client.ReadAsync();
            message.Type().Should().Be("room.update");
            message.Sequence().Should().Be(first.Sequence() + i);
        }
    }

    [Fact]
    public async Task RoomsChanged_SendsTheNewListAndClosesSocketsOnGoneRooms()
    {
        await using var server = await SocketServer.StartAsync(rooms: 3);
        using var campus = await server.ConnectAsync("/ws/rooms/overview/");
        using var building = await server.ConnectAsync("/ws/rooms/overview/?building=B");
        using var gone = await server.ConnectAsync("/ws/rooms/2/");
        var first = await campus.ReadAsync();

        var rooms = CampusBooking.Rooms(3);
        rooms[1].IsActive = false;
        server.Broadcaster.Load(server.Booking.Load(rooms));

        var status = await campus.ReadAsync();
        status.Type().Should().Be("rooms.status");
        status.Sequence().Should().Be(first.Sequence() + 1);
        status.Rooms().Select(room => room.GetProperty("room_id").GetInt32()).Should().Equal(1, 3);
        (await gone.ReadToCloseAsync()).Should().Be(System.Net.WebSockets.WebSocketCloseStatus.EndpointUnavailable);
        (await building.ReadToCloseAsync()).Should().Be(System.Net.WebSockets.WebSocketCloseStatus.EndpointUnavailable);
    }
}
