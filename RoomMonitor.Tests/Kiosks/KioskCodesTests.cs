using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Web.Kiosks.Devices;

namespace RoomMonitor.Tests.Kiosks;

public sealed class KioskCodesTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly KioskCodes _codes;

    public KioskCodesTests() => _codes = new KioskCodes(_time);

    [Fact]
    public void New_HoldsNothingThatLooksLikeSomethingElse()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => KioskCode.New()).ToList();

        codes.Should().OnlyContain(code => code.Length == 6).And.OnlyHaveUniqueItems();
        string.Concat(codes).Should().NotContainAny("0", "O", "1", "I", "L", "2", "Z", "5", "S", "8", "B");
    }

    [Fact]
    public void Give_TypedInAnyForm_IsGivenToItsScreenAlone()
    {
        var (mine, other) = (Offer(), Offer());
        var spelled = KioskCode.Spell(mine.Code).ToLowerInvariant();

        _codes.Give($"  {spelled.Replace(' ', '-')} ", "link").Should().Be(KioskCodeResult.Given);

        _codes.TryAsk(mine.Secret, out var link).Should().BeTrue();
        link.Should().Be("link");
        _codes.TryAsk(other.Secret, out var nothing).Should().BeTrue();
        nothing.Should().BeNull();
        _codes.Give(mine.Code, "another").Should().Be(KioskCodeResult.Unknown, "a code serves once");
    }

    [Fact]
    public void Give_AfterAQuarterOfAnHour_IsUnknown()
    {
        var offer = Offer();
        _time.Advance(KioskCodes.Lifetime - TimeSpan.FromSeconds(1));
        _codes.TryAsk(offer.Secret, out _).Should().BeTrue();

        _time.Advance(TimeSpan.FromSeconds(1));

        _codes.Give(offer.Code, "link").Should().Be(KioskCodeResult.Unknown);
        _codes.TryAsk(offer.Secret, out _).Should().BeFalse();
    }

    [Fact]
    public void Give_ManyWrongOnes_HasToWaitAMinute()
    {
        var offer = Offer();
        for (var wrong = 0; wrong < KioskCodes.MaximumWrong; wrong++)
        {
            _codes.Give("000000", "link").Should().Be(KioskCodeResult.Unknown);
        }

        _codes.Give(offer.Code, "link").Should().Be(KioskCodeResult.TooMany);
        _time.Advance(TimeSpan.FromMinutes(1));
        _codes.Give(offer.Code, "link").Should().Be(KioskCodeResult.Given);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("- -")]
    public void Give_Nothing_IsUnknown(string? typed)
    {
        Offer();

        _codes.Give(typed, "link").Should().Be(KioskCodeResult.Unknown);
    }

    [Fact]
    public void Offer_TooManyOfOneAddress_IsRefusedThereAlone()
    {
        for (var screen = 0; screen < KioskCodes.MaximumOfAddress; screen++)
        {
            Offer();
        }

        _codes.Offer("here").Should().BeNull();
        _codes.Offer("there").Should().NotBeNull();
        KioskCodes.Lifetime.Should().BeLessThanOrEqualTo(TimeSpan.FromMinutes(10));
        _time.Advance(KioskCodes.Lifetime);
        _codes.Offer("here").Should().NotBeNull();
    }

    private KioskCodeOffer Offer() => _codes.Offer("here")!;
}
