using System.Net;
using System.Net.Sockets;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Tests.Transport;

public sealed class SocketSenderTests : IAsyncLifetime
{
    private const int SmallBuffer = 4096;
    private const int BlockBytes = 200_000;

    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromSeconds(60));
    private Socket _near = null!;
    private Socket _far = null!;

    public async Task InitializeAsync()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { SendBufferSize = SmallBuffer };
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        _far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = SmallBuffer };
        await _far.ConnectAsync(listener.LocalEndPoint!, _deadline.Token);
        _near = await listener.AcceptAsync(_deadline.Token);
        _near.SendBufferSize = SmallBuffer;
    }

    public Task DisposeAsync()
    {
        _near.Dispose();
        _far.Dispose();
        _deadline.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3000)]
    [InlineData(BlockBytes)]
    public async Task Send_MoreThanTheKernelTakes_ArrivesWholeAndInTheOrderOfTheCalls(int length)
    {
        const int Calls = 50;
        var sender = new SocketSender(_near);

        var sends = Enumerable.Range(0, Calls).Select(call => sender.SendAsync(Block(length, (byte)call)).AsTask()).ToList();

        for (var call = 0; call < Calls; call++)
        {
            (await ReceiveAsync(length)).Should().Equal(Block(length, (byte)call));
        }

        await Task.WhenAll(sends).WaitAsync(_deadline.Token);
    }

    [Fact]
    public async Task Send_FromManyThreads_NeverMixesTheirBytes()
    {
        const int Threads = 4;
        const int Calls = 25;
        const int Length = 30_000;
        var sender = new SocketSender(_near);
        var sends = Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            for (var call = 0; call < Calls; call++)
            {
                await sender.SendAsync(Block(Length, (byte)((thread * Calls) + call)));
            }
        })).ToList();

        var last = new int[Threads];
        for (var i = 0; i < Threads * Calls; i++)
        {
            var block = await ReceiveAsync(Length);
            block.Should().Equal(Block(Length, block[0]));
            (block[0] % Calls).Should().Be(last[block[0] / Calls]++);
        }

        await Task.WhenAll(sends).WaitAsync(_deadline.Token);
    }

    [Fact]
    public async Task Send_ToAPeerThatLeavesInTheMidst_FailsNowAndEverAfter()
    {
        var sender = new SocketSender(_near);
        var first = sender.SendAsync(Block(10_000_000, 1)).AsTask();
        var second = sender.SendAsync(Block(10, 2)).AsTask();
        first.IsCompleted.Should().BeFalse();

        _far.LingerState = new LingerOption(true, 0);
        _far.Close();

        await FailsAsync<SocketException>(first);
        await FailsAsync<SocketException>(second);
        await FailsAsync<SocketException>(sender.SendAsync(Block(10, 3)).AsTask());
    }

    [Fact]
    public async Task Send_StuckWhileItsConnectionIsCut_Fails()
    {
        var sender = new SocketSender(_near);
        var stuck = sender.SendAsync(Block(10_000_000, 1)).AsTask();

        _near.Dispose();

        await FailsAsync<SocketException>(stuck);
        await FailsAsync<SocketException>(sender.SendAsync(Block(10, 2)).AsTask());
    }

    [Fact]
    public async Task Send_OnAConnectionThatWasCut_Fails()
    {
        var sender = new SocketSender(_near);
        _near.Dispose();

        var send = async () => await sender.SendAsync(Block(10, 1));

        await send.Should().ThrowAsync<ObjectDisposedException>();
    }

    private async Task FailsAsync<TException>(Task send)
        where TException : Exception
    {
        var wait = () => send.WaitAsync(_deadline.Token);
        await wait.Should().ThrowAsync<TException>();
    }

    private async Task<byte[]> ReceiveAsync(int length)
    {
        var bytes = new byte[length];
        for (var got = 0; got < length;)
        {
            var read = await _far.ReceiveAsync(bytes.AsMemory(got), SocketFlags.None, _deadline.Token);
            read.Should().BePositive();
            got += read;
        }

        return bytes;
    }

    /// <summary>Starts with its number, and goes on so that a lost or doubled piece shows.</summary>
    private static byte[] Block(int length, byte number)
    {
        var block = new byte[length];
        for (var i = 0; i < length; i++)
        {
            block[i] = (byte)(number + (i * 7) + (i >> 8));
        }

        return block;
    }
}
