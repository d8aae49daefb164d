using System.Net.WebSockets;
using RoomMonitor.Web.Sockets;

namespace RoomMonitor.Tests.WebSockets;

public sealed class SocketFrameTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(125, 2)]
    [InlineData(126, 4)]
    [InlineData(65_535, 4)]
    [InlineData(65_536, 10)]
    public async Task Whole_IsWhatAnotherEndUnderstands(int length, int header)
    {
        var payload = Enumerable.Range(0, length).Select(i => (byte)(' ' + (i % 90))).ToArray();
        var buffer = new byte[SocketFrame.Room + length];
        payload.CopyTo(buffer, SocketFrame.Room);

        var frame = SocketFrame.Whole(SocketFrame.Close(buffer)).ToArray();

        frame.Should().HaveCount(header + length);
        SocketFrame.Payload(buffer).ToArray().Should().Equal(payload);
        using var other = WebSocket.CreateFromStream(new MemoryStream(frame), new WebSocketCreationOptions());
        var received = new byte[length + 1];
        var total = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await other.ReceiveAsync(received.AsMemory(total), CancellationToken.None);
            part.MessageType.Should().Be(WebSocketMessageType.Text);
            total += part.Count;
        }
        while (!part.EndOfMessage);

        received[..total].Should().Equal(payload);
    }
}
