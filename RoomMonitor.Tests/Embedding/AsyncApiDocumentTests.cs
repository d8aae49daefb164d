using System.Net;
using System.Text.Json;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Tests.Api;
using RoomMonitor.Tests.Support;
using RoomMonitor.Tests.WebSockets;

namespace RoomMonitor.Tests.Embedding;

/// <summary>
/// /asyncapi.yaml, against the server's real messages. That it is AsyncAPI 3.0 was checked once with AsyncAPI's own parser; here its structure is.
/// </summary>
public sealed class AsyncApiDocumentTests : IAsyncLifetime
{
    private readonly RoomMonitorApp _app = new();
    private HttpResponseMessage _response = null!;
    private AsyncApiDocument _document = null!;

    public async Task InitializeAsync()
    {
        _response = await _app.CreateClient().GetAsync("/asyncapi.yaml");
        _document = AsyncApiDocument.Parse(await _response.Content.ReadAsStringAsync());
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Document_ForAnybody_IsYamlWithAnETag()
    {
        _response.StatusCode.Should().Be(HttpStatusCode.OK);
        _response.Content.Headers.ContentType!.ToString().Should().Be("application/yaml; charset=utf-8");
        _response.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        var client = _app.CreateClient();
        client.DefaultRequestHeaders.IfNoneMatch.Add(_response.Headers.ETag!);
        (await client.GetAsync("/asyncapi.yaml")).StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public void Document_Structure_IsAsyncApiThree()
    {
        _document.Root.GetProperty("asyncapi").GetString().Should().Be("3.0.0");
        JsonMessageExtensions.Fields(_document.Root.GetProperty("info")).Should().Contain(["title", "version"]);
        JsonMessageExtensions.Fields(_document.Root).Should().BeSubsetOf(["asyncapi", "id", "info", "defaultContentType", "servers", "channels", "operations", "components"]);
        foreach (var operation in _document.Root.GetProperty("operations").EnumerateObject().Select(property => property.Value))
        {
            operation.GetProperty("action").GetString().Should().BeOneOf("send", "receive");
            var channel = operation.GetProperty("channel").GetProperty("$ref").GetString()!;
            operation.GetProperty("messages").EnumerateArray().Should()
                .OnlyContain(message => message.GetProperty("$ref").GetString()!.StartsWith(channel + "/messages/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void References_All_PointToSomething()
    {
        var references = _document.References().ToList();

        references.Should().HaveCountGreaterThan(40);
        references.ForEach(reference => _document.Resolve(reference));
    }

    [Fact]
    public void Channels_Both_AreTheAddressesOfTheServer()
    {
        var channels = _document.Root.GetProperty("channels");

        channels.EnumerateObject().Select(channel => channel.Value.GetProperty("address").GetString())
            .Should().BeEquivalentTo("/ws/rooms/{room_id}/", "/ws/rooms/overview/");
        JsonMessageExtensions.Fields(channels.GetProperty("room").GetProperty("parameters")).Should().Equal("room_id");
    }

    [Fact]
    public void Examples_All_FitTheirSchemas()
    {
        foreach (var message in _document.Messages)
        {
            var examples = message.Value.GetProperty("examples").EnumerateArray().ToList();
            examples.Should().NotBeEmpty(message.Name);
            foreach (var example in examples)
            {
                SchemaCheck.Violations(_document.Root, message.Value.GetProperty("payload"), example.GetProperty("payload"), message.Name).Should().BeEmpty();
            }
        }
    }

    [Fact]
    public async Task Messages_OfARealServer_AreAllThereAndFit()
    {
        await using var server = await SocketServer.StartAsync(
            settings: new() { ["WebSockets:RoomHeartbeat"] = "00:00:01", ["WebSockets:OverviewHeartbeat"] = "00:00:01" });
        using var room = await server.ConnectAsync("/ws/rooms/1/");
        using var overview = await server.ConnectAsync("/ws/rooms/overview/");
        using var light = await server.ConnectAsync("/ws/rooms/overview/?heartbeat=light");
        var seen = new List<(string Channel, JsonElement Message)>();
        foreach (var (channel, client) in new[] { ("room", room), ("overview", overview), ("overview", light) })
        {
            seen.Add((channel, await client.ReadAsync()));
            seen.Add((channel, await client.ReadAsync("heartbeat")));
            await client.SendAsync("""{"type":"ping"}""");
            seen.Add((channel, await client.ReadAsync("pong")));
            await client.SendAsync("""{"type":"x"}""");
            seen.Add((channel, await client.ReadAsync("error")));
        }

        var booked = server.Booking.Create(1, minutes: 20);
        foreach (var action in new[] { ActivityAction.ReservationConfirmed, ActivityAction.ReservationUpdated, ActivityAction.ReservationCancelled, ActivityAction.ReservationDeleted })
        {
            var status = action == ActivityAction.ReservationCancelled ? ReservationStatus.Cancelled : ReservationStatus.Confirmed;
            server.Booking.Apply(action, booked with { Status = status, Version = booked.Version + (int)action + 1 });
        }

        foreach (var kind in new[] { "created", "confirmed", "updated", "cancelled", "deleted" })
        {
            seen.Add(("room", await room.ReadAsync($"reservation.{kind}")));
            var update = await overview.ReadAsync("room.update");
            update.Text("event_type").Should().Be(kind);
            seen.Add(("overview", update));
        }

        server.Booking.Create(1, minutes: 20);
        server.Pass(TimeSpan.FromMinutes(6));
        var passed = await overview.ReadAsync("room.update");
        while (passed.Text("event_type") != "status_changed")
        {
            passed = await overview.ReadAsync("room.update");
        }

        seen.Add(("overview", passed));

        foreach (var (channel, message) in seen)
        {
            _document.Match(channel, message).Should().ContainSingle($"{message} should be one of the messages of {channel}");
        }

        var told = seen.SelectMany(each => _document.Match(each.Channel, each.Message)).Distinct();
        told.Should().BeEquivalentTo(
            "room.status", "room.heartbeat", "reservation", "rooms.status", "overview.heartbeat", "light.heartbeat", "room.update", "pong", "error");
    }
}
