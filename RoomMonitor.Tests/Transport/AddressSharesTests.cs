using System.Net;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Tests.Transport;

public sealed class AddressSharesTests
{
    private static readonly ClientAddress _one = ClientAddress.Of(IPAddress.Parse("192.0.2.1"));
    private static readonly ClientAddress _other = ClientAddress.Of(IPAddress.Parse("192.0.2.2"));

    [Fact]
    public void Take_SaysWhatIsTaken_UntilOneIsGivenBack()
    {
        var shares = new AddressShares(2, 3);

        shares.Take(_one).Should().Be(ShareVerdict.Room);
        shares.Take(_one).Should().Be(ShareVerdict.Room);
        shares.Take(_one).Should().Be(ShareVerdict.ShareTaken);
        shares.Ask(_other).Should().Be(ShareVerdict.Room, "asking takes nothing");
        shares.Take(_other).Should().Be(ShareVerdict.Room);
        shares.Take(_other).Should().Be(ShareVerdict.AllTaken);
        shares.Give(_one);
        shares.Take(_other).Should().Be(ShareVerdict.Room);
        shares.Give(_other);
        shares.Take(_one).Should().Be(ShareVerdict.Room);
    }

    [Fact]
    public void Take_ForNobody_CountsAmongAllOnly()
    {
        var shares = new AddressShares(1, 3);

        Enumerable.Range(0, 4).Select(_ => shares.Take(null)).Should().Equal(ShareVerdict.Room, ShareVerdict.Room, ShareVerdict.Room, ShareVerdict.AllTaken);
    }

    [Theory]
    [InlineData(2_048, 19_232, 2_048)]
    [InlineData(2_048, 400, 300)]
    [InlineData(2_048, 2, 2)]
    [InlineData(1, 400, 1)]
    [InlineData(int.MaxValue, int.MaxValue, 1_610_612_736)]
    public void Share_IsThreeQuartersOfAllAtMost(int perAddress, int total, int expected) => new AddressShares(perAddress, total).Share.Should().Be(expected);

    [Fact]
    public void Warning_ComesOnceAMinute_WithHowOftenItHappened()
    {
        var clock = new FakeTimeProvider();
        var warning = new OnceAMinute(clock);
        var told = new List<int>();
        for (var second = 0; second < 120; second++)
        {
            if (warning.Count() is { } times)
            {
                told.Add(times);
            }

            clock.Advance(TimeSpan.FromSeconds(1));
        }

        told.Should().Equal(1, 60);
    }
}
