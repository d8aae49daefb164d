using RoomMonitor.Domain.Names;

namespace RoomMonitor.Tests.Domain.Names;

public sealed class HiddenCharactersTests
{
    public static TheoryData<int> Hidden =>
    [
        .. Enumerable.Range(0, 0x20), .. Enumerable.Range(0x7F, 0x21), 0x2028, 0x2029, .. Enumerable.Range(0x202A, 5), .. Enumerable.Range(0x2066, 4),
    ];

    [Theory]
    [MemberData(nameof(Hidden))]
    public void FindIn_ControlOrOverride_IsFound(int letter) => HiddenCharacters.FindIn($"a{(char)letter}b").Should().Be((char)letter);

    /// <summary>Persian and emoji need joiners, mixed Hebrew needs marks; names come with accents, and in two forms.</summary>
    [Theory]
    [InlineData("Seminar: O\u0301ptica é, 50 % \"now\"")]
    [InlineData("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")]
    [InlineData("\u05d0\u05d1\u05d2 (C++)\u200f, \u061c123\u200e")]
    [InlineData("Lab \U0001F469\u200D\U0001F52C\u00a0\u202f1")]
    [InlineData("\ufeffAda\u200b")]
    public void FindIn_WhatLanguagesNeed_IsNothing(string text) => HiddenCharacters.FindIn(text).Should().BeNull();

    [Fact]
    public void FindIn_TextOfSeveralLines_MayHaveBreaksAndTabsOnly()
    {
        HiddenCharacters.FindIn("a\r\n\tb", mayHaveLines: true).Should().BeNull();
        HiddenCharacters.FindIn("a\r\n\tb\u001b", mayHaveLines: true).Should().Be('\u001b');
    }

    [Fact]
    public void Replaced_WhateverStandsThere_IsClean()
    {
        HiddenCharacters.Replaced("a\r\nb\u202ec", '?').Should().Be("a??b?c");
        HiddenCharacters.Replaced("a\nb\u202ec", ' ', keepsLines: true).Should().Be("a\nb c");
        HiddenCharacters.Replaced("plain", '?').Should().Be("plain");
        HiddenCharacters.NameOf('\u202e').Should().Be("U+202E");
    }
}
