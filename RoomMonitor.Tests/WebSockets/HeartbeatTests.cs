using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace RoomMonitor.Tests.WebSockets;

public sealed class HeartbeatTests
{
    private const int Clients = 60;
    private const int Interval = 60;

    [Fact]
    public async Task Heartbeats_OfOneChannel_AreSpreadOverTheInterval()
    {
        var real = new FakeTimeProvider();
        await using var server = await SocketServer.StartAsync(real: real);
        var beats = Channel.CreateUnbounded<(int Client, string Instant)>();
        var clients = new List<SocketClient>();
        for (var i = 0; i < Clients; i++)
        {
            clients.Add(await server.ConnectAsync("/ws/rooms/overview/"));
            await clients[i].ReadAsync();
        }

        var readers = clients.Select((client, number) => Task.Run(async () =>
        {
            while (await client.TryReadAsync() is { } message)
            {
                beats.Writer.TryWrite((number, message.Text("timestamp")));
            }

            await client.Socket.CloseOutputAsync(System.Net.WebSockets.WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        })).ToList();
        var seen = new List<(int Client, string Instant)>();
        for (var second = 0; second < 2 * Interval; second++)
        {
            server.Campus.Advance(TimeSpan.FromSeconds(1));
            real.Advance(TimeSpan.FromSeconds(1));
            seen.Add(await beats.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60)));
        }

        await server.App.StopAsync();
        await Task.WhenAll(readers);
        while (beats.Reader.TryRead(out var more))
        {
            seen.Add(more);
        }

        seen.GroupBy(beat => beat.Instant).Should().OnlyContain(tick => tick.Count() == 1);
        seen.Take(Interval).Select(beat => beat.Client).Should().BeEquivalentTo(Enumerable.Range(0, Clients));
        seen.Skip(Interval).Select(beat => beat.Client).Should().Equal(seen.Take(Interval).Select(beat => beat.Client));
        clients.ForEach(client => client.Dispose());
    }
}
