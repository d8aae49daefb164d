using RoomMonitor.Web.Sockets;

namespace RoomMonitor.Tests.WebSockets;

public sealed class SocketOptionsTests
{
    /// <summary>The framework looks four times in the shorter of delay and timeout, and pings at the first look after the delay.</summary>
    [Theory]
    [InlineData(15, 30)]
    [InlineData(15, 15)]
    [InlineData(15, 13)]
    [InlineData(15, 2)]
    [InlineData(0.1, 30)]
    public void KeepAliveDelay_WithTheFrameworksNextLook_IsTheInterval(double interval, double timeout)
    {
        var options = new SocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(interval), KeepAliveTimeout = TimeSpan.FromSeconds(timeout) };

        var look = TimeSpan.FromTicks(Math.Min(options.KeepAliveDelay.Ticks, options.KeepAliveTimeout.Ticks)) / 4;

        (options.KeepAliveDelay + look).Should().BeCloseTo(options.KeepAliveInterval, TimeSpan.FromMilliseconds(1));
    }
}
