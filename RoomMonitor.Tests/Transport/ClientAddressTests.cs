using System.Net;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Tests.Transport;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff")]
    [InlineData("fe80::1%1", "fe80::2%2")]
    [InlineData(null, null)]
    public void Of_OneCustomersAddresses_AreOne(string? one, string? other) => Of(one).Should().Be(Of(other));

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.8")]
    [InlineData("::ffff:192.0.2.7", "::ffff:192.0.2.8")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1")]
    [InlineData("::1", "127.0.0.1")]
    [InlineData("::1", null)]
    public void Of_OtherAddresses_AreOthers(string one, string? other) => Of(one).Should().NotBe(Of(other));

    [Theory]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData(null, "unknown")]
    public void ToString_SaysWhatIsCounted(string? address, string expected) => Of(address).ToString().Should().Be(expected);

    private static ClientAddress Of(string? address) => ClientAddress.Of(address is null ? null : IPAddress.Parse(address));
}
