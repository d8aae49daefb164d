using CsCheck;
using RoomMonitor.Domain.Names;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Tests.Domain.Names;

public sealed class NameTextTests
{
    [Theory]
    [InlineData("Caf\u00e9", "Cafe\u0301")] // composed, decomposed
    [InlineData("Main Building", "Main\u00a0Building")] // no-break blank
    [InlineData("Main Building", " Main \t Building\u2003")]
    [InlineData("Main Building", "\ufeffMain Building")] // byte order mark
    [InlineData("Main Building", "Ma\u00adin Buil\u200bding")] // soft hyphen, zero-width blank
    [InlineData("Main Building", "Main\u200d \u200eBuilding\u2060")] // joiner, direction, word joiner
    [InlineData("Main Building", "MAIN bUILDING")]
    [InlineData("e\u0301", "e\u200b\u0301")] // goes together once nothing stands between
    [InlineData("Lab \u2764", "Lab \u2764\ufe0f")] // a variation of the same sign
    public void AreSame_OneName_HoweverItIsWritten(string one, string other)
    {
        NameText.AreSame(one, other).Should().BeTrue();
        NameComparer.Instance.GetHashCode(one).Should().Be(NameComparer.Instance.GetHashCode(other));
        NameComparer.Instance.Compare(one, other).Should().Be(0);
        SearchText.Fold(NameText.Plain(one)).Should().Be(SearchText.Fold(NameText.Plain(other)));
    }

    [Theory]
    [InlineData("Cafe", "Caf\u00e9")]
    [InlineData("Room 1", "Room1")]
    [InlineData("A-1", "A1")]
    [InlineData("\uff21", "A")] // full width is another letter
    [InlineData("", "A")]
    [InlineData(null, "")]
    public void AreSame_DifferentNames_AreNot(string? one, string? other) => NameText.AreSame(one, other).Should().BeFalse();

    [Fact]
    public void Shown_ScriptsThatNeedJoiners_KeepThem()
    {
        // Persian: without its joiner another word; a family would fall apart.
        NameText.Shown("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645").Should().Be("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645");
        NameText.Shown("Lab \U0001F469\u200D\U0001F52C").Should().Be("Lab \U0001F469\u200D\U0001F52C");
        NameText.Shown(" \ufeffRoom\u00a0 1 ").Should().Be("Room 1");
        NameText.Shown("\ud800 half").Should().Be("\ud800 half");
    }

    [Fact]
    public void Comparer_AnyNames_AgreesWithItselfAndWithTheOldOrderForAscii()
    {
        var letters = Gen.Char["aAzZ09 -\u00e9e\u0301\u200b\u00a0\u00df"];
        Gen.Select(letters.Array[0, 8], letters.Array[0, 8]).Sample((one, other) =>
        {
            var (x, y) = (new string(one), new string(other));
            NameComparer.Instance.Equals(x, y).Should().Be(NameText.Key(x) == NameText.Key(y));
            (NameComparer.Instance.Compare(x, y) == 0).Should().Be(NameComparer.Instance.Equals(x, y));
            NameText.Plain(NameText.Plain(x)).Should().Be(NameText.Plain(x));
            NameText.Shown(NameText.Shown(x)).Should().Be(NameText.Shown(x));
        });
        var ascii = Gen.Char["aAbBzZ019-_"].Array[0, 8];
        Gen.Select(ascii, ascii).Sample((one, other) =>
            Math.Sign(NameComparer.Instance.Compare(new string(one), new string(other))) == Math.Sign(StringComparer.OrdinalIgnoreCase.Compare(new string(one), new string(other))));
    }
}
