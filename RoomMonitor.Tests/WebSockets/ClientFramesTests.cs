using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Web.Sockets;

namespace RoomMonitor.Tests.WebSockets;

public sealed class ClientFramesTests
{
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Read_HoweverTheBytesCome_KeepsThemAll_AndCountsEachFrameOnce(int piece)
    {
        byte[] bytes =
        [
            .. Frame(0x01, 0), .. Frame(0x00, 125), .. Frame(0x89, 3), .. Frame(0x80, 126), .. Frame(0x81, 65_535), .. Frame(0x81, 65_536), .. Frame(0x8A, 0),
        ];
        var frames = Frames(limit: 7);

        bytes.Chunk(piece).SelectMany(part => Kept(frames, part)).Should().Equal(bytes);
        Kept(frames, [0x89]).Should().BeEmpty("it is the eighth");
    }

    [Fact]
    public void Read_OverTheLimit_TellsOnce_AndKeepsTheCloseFrameAlone()
    {
        var told = 0;
        var frames = Frames(limit: 2);
        frames.Flooded = () => told++;
        var close = Frame(0x88, 2);

        Kept(frames, [.. Frame(0x89, 5), .. Frame(0x89, 5), .. Frame(0x89, 5), .. Frame(0x81, 9), .. close, .. Frame(0x81, 9)])
            .Should().Equal([.. Frame(0x89, 5), .. Frame(0x89, 5), .. close]);

        told.Should().Be(1);
        frames.IsOver.Should().BeTrue();
    }

    [Fact]
    public void Read_OnceItIsClosing_EndsTheFrameUnderWay_AndDropsTheNext()
    {
        var frames = Frames();
        var message = Frame(0x81, 50);
        Kept(frames, message[..10]).Should().HaveCount(10);

        frames.Stop();

        Kept(frames, [.. message[10..], .. Frame(0x81, 50), .. Frame(0x89, 0)]).Should().Equal(message[10..]);
        frames.IsOver.Should().BeFalse();
    }

    [Fact]
    public async Task Stream_OnceItIsClosing_ReadsNoMoreThanMayHaveBeenUnderWay()
    {
        var frames = Frames();
        var client = new MemoryStream([.. Enumerable.Repeat(Frame(0x89, 100), 10_000).SelectMany(frame => frame)]);
        var connection = new FrameStream(client, frames, CancellationToken.None);
        frames.Stop();

        var read = connection.ReadAsync(new byte[1_000]);

        read.IsCompleted.Should().BeFalse("nobody is told, or the close frame might get lost");
        client.Position.Should().BeInRange(ClientFrames.BytesAfterClose, ClientFrames.BytesAfterClose + 1_000);
        await connection.DisposeAsync();
        (await read).Should().Be(0);
    }

    [Fact]
    public void IsLate_FromTheFirstByteToTheLast()
    {
        var frames = Frames();
        Kept(frames, Frame(0x01, 1));
        _clock.Advance(TimeSpan.FromSeconds(29));
        Kept(frames, Frame(0x89, 0));
        frames.IsLate().Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        frames.IsLate().Should().BeTrue();

        Kept(frames, Frame(0x80, 1));
        frames.IsLate().Should().BeFalse("it has ended");
        _clock.Advance(TimeSpan.FromMinutes(5));
        frames.IsLate().Should().BeFalse("nothing was begun");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void IsLate_WithinAFrame_TheSame(int sent)
    {
        foreach (byte first in (byte[])[0x81, 0x89])
        {
            var frames = Frames();
            Kept(frames, Frame(first, 100)[..sent]);
            _clock.Advance(TimeSpan.FromSeconds(30));
            frames.IsLate().Should().BeTrue();

            Kept(frames, Frame(first, 100)[sent..]);
            frames.IsLate().Should().BeFalse("it has ended");
        }
    }

    private ClientFrames Frames(int limit = 200) => new(new SocketOptions { MaxFrames = limit }, _clock, countsMessages: true);

    private static byte[] Kept(ClientFrames frames, byte[] bytes)
    {
        var copy = bytes.ToArray();
        return copy[..frames.Read(copy)];
    }

    /// <summary>A masked frame whose every byte after the header is told from the next.</summary>
    private static byte[] Frame(byte first, int length)
    {
        byte[] size = length switch
        {
            < 126 => [(byte)(0x80 | length)],
            <= ushort.MaxValue => [0xFE, (byte)(length >> 8), (byte)length],
            _ => [0xFF, 0, 0, 0, 0, (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length],
        };
        return [first, .. size, 1, 2, 3, 4, .. Enumerable.Range(0, length).Select(i => (byte)(i * 7))];
    }
}
