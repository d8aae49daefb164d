using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Web.Sockets;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Tests.WebSockets;

public sealed class SocketAddressGuardTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Open_OfOneCustomersIPv6_HasOneShare()
    {
        var guard = Guard(new() { MaxOpenPerAddress = 1 });

        guard.Open(Of("2001:db8:0:1::1")).Should().Be(ShareVerdict.Room);
        guard.Open(Of("2001:db8:0:1::2")).Should().Be(ShareVerdict.ShareTaken);
        guard.Open(Of("2001:db8:0:2::1")).Should().Be(ShareVerdict.Room);
        guard.Close(Of("2001:db8:0:1::3"));
        guard.Open(Of("2001:db8:0:1::2")).Should().Be(ShareVerdict.Room);
    }

    [Fact]
    public void Open_MoreThanMayBeOpenedInASecond_WaitsForTheNext()
    {
        var guard = Guard(new() { MaxOpeningsPerSecond = 2 });
        IEnumerable<ShareVerdict> Three() => Enumerable.Range(0, 3).Select(_ => guard.Open(Of("192.0.2.1")));

        Three().Should().Equal(ShareVerdict.Room, ShareVerdict.Room, ShareVerdict.ShareTaken);
        guard.Open(Of("192.0.2.2")).Should().Be(ShareVerdict.Room);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Three().Should().Equal(ShareVerdict.Room, ShareVerdict.Room, ShareVerdict.ShareTaken);
    }

    /// <summary>What the contract lets everybody do.</summary>
    [Fact]
    public void Open_AsShipped_IsFarAboveABusyPage()
    {
        var guard = Guard(new());
        for (var second = 0; second < 6; second++)
        {
            Enumerable.Range(0, 100).Select(_ => guard.Open(Of("192.0.2.1"))).Should().OnlyContain(verdict => verdict == ShareVerdict.Room);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private SocketAddressGuard Guard(SocketOptions options) => new(Options.Create(options), _clock, NullLogger<SocketAddressGuard>.Instance);

    private static ClientAddress Of(string address) => ClientAddress.Of(IPAddress.Parse(address));
}
