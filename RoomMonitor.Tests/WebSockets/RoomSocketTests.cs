using System.Text.Json;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Tests.WebSockets;

public sealed class RoomSocketTests
{
    private static readonly string[] _statusMessageFields = ["type", "status", "sequence", "epoch", "timestamp"];
    private static readonly string[] _eventFields =
        ["type", "reservation", "event_type", "reservation_id", "room_id", "status", "sequence", "epoch", "timestamp"];
    private static readonly string[] _reservationFields =
    [
        "id", "room", "room_id", "user", "start", "end", "date", "start_time", "end_time", "purpose", "attendees", "status", "created_at", "updated_at",
    ];

    [Theory]
    [InlineData("/ws/rooms/1/")]
    [InlineData("/ws/rooms/1")]
    public async Task Connect_ActiveRoom_SendsItsStatus(string path)
    {
        await using var server = await SocketServer.StartAsync();
        server.Booking.Create(1);
        using var client = await server.ConnectAsync(path);

        var message = await client.ReadAsync("room.status");

        message.Fields().Should().Equal(_statusMessageFields);
        message.Status().Fields().Should().Equal(JsonMessageExtensions.StatusFields);
        message.Status().GetProperty("room_id").GetInt32().Should().Be(1);
        message.Status().GetProperty("building").GetString().Should().Be("A");
        message.Epoch().Should().NotBeEmpty();
        message.Text("timestamp").Should().Be("2026-11-23T12:30:00.000Z");
    }

    [Theory]
    [InlineData(ActivityAction.ReservationConfirmed, "confirmed")]
    [InlineData(ActivityAction.ReservationCancelled, "cancelled")]
    [InlineData(ActivityAction.ReservationUpdated, "updated")]
    [InlineData(ActivityAction.ReservationDeleted, "deleted")]
    public async Task Change_OfAReservation_SendsItsEventWithTheStatusAfterIt(ActivityAction action, string eventType)
    {
        await using var server = await SocketServer.StartAsync();
        using var client = await server.ConnectAsync("/ws/rooms/1/");
        var first = await client.ReadAsync();
        var booked = server.Booking.Create(1);
        var created = await client.ReadAsync();
        server.Booking.Apply(action, booked with { Version = 1, Status = After(action) });

        var changed = await client.ReadAsync();

        Check(created, "created", first.Sequence() + 1);
        Check(changed, eventType, first.Sequence() + 2);
        created.Status().Text("occupancy_status").Should().Be("occupied");
        created.Status().GetProperty("time_until_free").GetInt32().Should().Be(60);
        created.Status().Text("next_available").Should().Be("13:30");
        created.Status().Text("next_available_at").Should().Be("2026-11-23T13:30:00Z");
        changed.Status().GetProperty("is_occupied").GetBoolean().Should()
            .Be(action is ActivityAction.ReservationConfirmed or ActivityAction.ReservationUpdated);

        void Check(JsonElement message, string expectedType, long sequence)
        {
            message.Fields().Should().Equal(_eventFields);
            message.Type().Should().Be("reservation." + expectedType);
            message.Text("event_type").Should().Be(expectedType);
            message.GetProperty("room_id").GetInt32().Should().Be(1);
            message.GetProperty("reservation_id").GetInt32().Should().Be(booked.Id);
            message.Sequence().Should().Be(sequence);
            message.Epoch().Should().Be(first.Epoch());
            CheckReservation(message.GetProperty("reservation"), expectedType == "deleted");
        }
    }

    [Fact]
    public async Task PassingOfTime_AtEachBoundary_SendsARoomStatus()
    {
        await using var server = await SocketServer.StartAsync();
        using var client = await server.ConnectAsync("/ws/rooms/1/");
        await client.ReadAsync();
        server.Booking.Create(1, minutes: 60, inMinutes: 10);
        var created = await client.ReadAsync("reservation.created");
        var seen = new List<string>();
        foreach (var minutes in new[] { 10, 45, 15 })
        {
            server.Pass(TimeSpan.FromMinutes(minutes));
            var message = await client.ReadAsync();
            message.Fields().Should().Equal(_statusMessageFields);
            message.Sequence().Should().Be(created.Sequence() + seen.Count + 1);
            seen.Add($"{message.Type()} {message.Status().Text("occupancy_status")} {message.Text("timestamp")}");
        }

        seen.Should().Equal(
            "room.status occupied 2026-11-23T12:40:00.000Z",
            "room.status ending_soon 2026-11-23T13:25:00.000Z",
            "room.status free 2026-11-23T13:40:00.000Z");
    }

    [Fact]
    public async Task Move_ToAnotherRoom_IsAnUpdateOnBothChannelsWithEachRoomsStatus()
    {
        await using var server = await SocketServer.StartAsync();
        var booked = server.Booking.Create(1);
        using var left = await server.ConnectAsync("/ws/rooms/1/");
        using var entered = await server.ConnectAsync("/ws/rooms/2/");
        await left.ReadAsync();
        await entered.ReadAsync();

        server.Booking.Apply(ActivityAction.ReservationUpdated, booked with { RoomId = 2, Version = 1 }, previousRoomId: 1);

        var there = await left.ReadAsync("reservation.updated");
        var here = await entered.ReadAsync("reservation.updated");
        there.GetProperty("room_id").GetInt32().Should().Be(1);
        there.Status().Text("occupancy_status").Should().Be("free");
        there.GetProperty("reservation").GetProperty("room").Text("name").Should().Be("Room 0002");
        here.GetProperty("room_id").GetInt32().Should().Be(2);
        here.Status().Text("occupancy_status").Should().Be("occupied");
    }

    [Fact]
    public async Task Change_OfAnotherRoom_IsNotTold()
    {
        await using var server = await SocketServer.StartAsync();
        using var client = await server.ConnectAsync("/ws/rooms/1/");
        var first = await client.ReadAsync();

        server.Booking.Create(2);
        server.Booking.Create(1);

        var next = await client.ReadAsync();
        next.GetProperty("room_id").GetInt32().Should().Be(1);
        next.Sequence().Should().Be(first.Sequence() + 1);
    }

    private static ReservationStatus After(ActivityAction action) =>
        action == ActivityAction.ReservationCancelled ? ReservationStatus.Cancelled : ReservationStatus.Confirmed;

    private static void CheckReservation(JsonElement reservation, bool isDeleted)
    {
        if (isDeleted)
        {
            reservation.ValueKind.Should().Be(JsonValueKind.Null);
            return;
        }

        reservation.Fields().Should().Equal(_reservationFields);
        reservation.GetProperty("room").Fields().Should().Equal("id", "name", "building", "floor", "capacity");
        reservation.Text("purpose").Should().Be("Reserved");
        reservation.GetProperty("user").ValueKind.Should().Be(JsonValueKind.Null);
    }
}
