using System.Data.Common;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Data;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Api.Status;

namespace RoomMonitor.Tests.Api;

/// <summary>Each test moves the clock, so each has a server of its own.</summary>
public sealed class RoomStatusCacheTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(ApiFixture.Now);
    private readonly CommandCounter _commands = new();
    private readonly RoomMonitorApp _app = new();
    private SignedInClient _staff = null!;
    private int _roomId;

    public async Task InitializeAsync()
    {
        _app.WithTime(_time).WithServices(services =>
            services.ConfigureDbContext<RoomMonitorDbContext>(options => options.AddInterceptors(_commands)));
        _staff = await _app.SignInAsync("staff@test.local");
        _roomId = (await _app.AddRoomAsync()).Id;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Get_Status_SendsNoCommandToTheDatabase()
    {
        await _staff.Http.BookAsync(_roomId, ApiFixture.Now, ApiFixture.Now.AddMinutes(30));
        _commands.Count.Should().BePositive("the counter counts");
        // A token's session would be looked up.
        using var anonymous = _app.CreateClient();
        var before = _commands.Count;

        for (var minute = 0; minute < 3; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await anonymous.GetJsonAsync("/api/rooms/status/");
            await anonymous.GetJsonAsync($"/api/rooms/status/?status=occupied&min_capacity={minute}");
            await anonymous.GetJsonAsync($"/api/rooms/{_roomId}/status/");
            await anonymous.GetJsonAsync("/api/rooms/");
        }

        _commands.Count.Should().Be(before);
    }

    [Fact]
    public async Task Sockets_HeartbeatsAndMessages_SendNoCommandToTheDatabase()
    {
        await _staff.Http.BookAsync(_roomId, ApiFixture.Now.AddMinutes(2), ApiFixture.Now.AddMinutes(30));
        using var room = await ConnectAsync($"/ws/rooms/{_roomId}/");
        using var overview = await ConnectAsync("/ws/rooms/overview/");
        await ReceiveAsync(room, "room.status");
        await ReceiveAsync(overview, "rooms.status");
        var before = _commands.Count;

        await SendAsync(room, "status.request");
        await ReceiveAsync(room, "room.status");
        _time.Advance(TimeSpan.FromSeconds(60));
        await ReceiveAsync(room, "heartbeat");
        await ReceiveAsync(overview, "heartbeat");
        _time.Advance(TimeSpan.FromSeconds(60));
        await ReceiveAsync(room, "room.status");
        await ReceiveAsync(overview, "room.update");

        _commands.Count.Should().Be(before);
    }

    [Fact]
    public async Task Get_NothingChanges_IsMadeOnceAndAgainAfter30Seconds()
    {
        var responses = _app.Services.GetRequiredService<StatusResponses>();

        await MinutesAsync();
        _time.Advance(TimeSpan.FromSeconds(29));
        await MinutesAsync();
        responses.Made.Should().Be(1);
        _time.Advance(TimeSpan.FromSeconds(1));
        await MinutesAsync();

        responses.Made.Should().BeGreaterThan(1);
    }

    [Fact]
    public async Task Get_MinuteOfAHeldRoomPasses_CountsDownAtThatInstant()
    {
        await _staff.Http.BookAsync(_roomId, ApiFixture.Now, new DateTime(2026, 11, 23, 9, 40, 10, DateTimeKind.Utc));

        (await MinutesAsync()).Should().Be(41);
        _time.Advance(TimeSpan.FromSeconds(9.999));
        (await MinutesAsync()).Should().Be(41);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        (await MinutesAsync()).Should().Be(40);
    }

    [Fact]
    public async Task Get_TimePassesABoundary_ShowsTheNewStatusAndAnotherTag()
    {
        await _staff.Http.BookAsync(_roomId, ApiFixture.Now, ApiFixture.Now.AddMinutes(20));
        var before = await _staff.Http.GetAsync("/api/rooms/status/");

        _time.Advance(TimeSpan.FromMinutes(5));
        var endingSoon = await _staff.Http.GetAsync("/api/rooms/status/");
        _time.Advance(TimeSpan.FromMinutes(15));
        var free = await _staff.Http.GetAsync("/api/rooms/status/");

        (await before.JsonAsync())[0].GetProperty("occupancy_status").GetString().Should().Be("occupied");
        (await endingSoon.JsonAsync())[0].GetProperty("occupancy_status").GetString().Should().Be("ending_soon");
        var room = (await free.JsonAsync())[0];
        room.GetProperty("occupancy_status").GetString().Should().Be("free");
        room.GetProperty("time_until_free").ValueKind.Should().Be(JsonValueKind.Null);
        new[] { before, endingSoon, free }.Select(response => response.Headers.ETag!.Tag).Should().OnlyHaveUniqueItems();
    }

    private async Task<int?> MinutesAsync()
    {
        var minutes = (await _staff.Http.GetJsonAsync("/api/rooms/status/"))[0].GetProperty("time_until_free");
        return minutes.ValueKind == JsonValueKind.Null ? null : minutes.GetInt32();
    }

    private Task<WebSocket> ConnectAsync(string path) =>
        _app.Server.CreateWebSocketClient().ConnectAsync(new Uri(_app.Server.BaseAddress, path), default);

    private static async Task SendAsync(WebSocket socket, string type) =>
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { type }), WebSocketMessageType.Text, true, default);

    private static async Task ReceiveAsync(WebSocket socket, string type)
    {
        var buffer = new byte[64 * 1024];
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), deadline.Token);
            received.EndOfMessage.Should().BeTrue();
            if (JsonDocument.Parse(buffer.AsMemory(0, received.Count)).RootElement.GetProperty("type").GetString() == type)
            {
                return;
            }
        }
    }

    /// <summary>Counts what is sent to the database, but for the looks at the log and at the registered screens, which go by the clock whoever listens.</summary>
    private sealed class CommandCounter : DbCommandInterceptor
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Counted(command, result);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Counted(command, result));

        public override InterceptionResult<int> NonQueryExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Counted(command, result);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Counted(command, result));

        public override InterceptionResult<object> ScalarExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Counted(command, result);

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Counted(command, result));

        private T Counted<T>(DbCommand command, T result)
        {
            if (!command.CommandText.Contains("FROM \"Activity\"", StringComparison.Ordinal) && !command.CommandText.Contains("FROM \"Kiosks\"", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _count);
            }

            return result;
        }
    }
}
