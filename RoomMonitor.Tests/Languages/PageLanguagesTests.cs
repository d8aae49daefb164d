using Microsoft.Net.Http.Headers;
using RoomMonitor.Web.Languages;

namespace RoomMonitor.Tests.Languages;

public sealed class PageLanguagesTests
{
    [Theory]
    [InlineData(null, "", "en-GB")]
    [InlineData(null, "en", "en-GB")]
    [InlineData(null, "en-US,en;q=0.9", "en-US")]
    [InlineData(null, "de-AT,de;q=0.9,en;q=0.8", "de-AT")]
    [InlineData(null, "DE-ch", "de-CH")]
    [InlineData(null, "de", "de-DE")]
    [InlineData(null, "de-XX,en", "de-DE")]
    [InlineData(null, "fr-FR,fr;q=0.9,de;q=0.3", "de-DE")]
    [InlineData(null, "fr-FR,hu;q=0.9", "en-GB")]
    [InlineData(null, "en;q=0.2,de-DE;q=0.7", "de-DE")]
    [InlineData(null, "de;q=0,en-IE", "en-IE")]
    [InlineData(null, "*", "en-GB")]
    [InlineData("de", "en-US,en;q=0.9", "de-DE")]
    [InlineData("de", "en-US,de-AT;q=0.5", "de-AT")]
    [InlineData("en", "de-DE,de;q=0.9", "en-GB")]
    [InlineData("hu", "de-DE", "de-DE")]
    public void Choose_ProfileThenBrowser_IsACultureOfThatLanguage(string? chosen, string header, string expected)
    {
        var accepted = StringWithQualityHeaderValue.TryParseList([header], out var parsed) ? parsed : [];

        PageLanguages.Choose(chosen, accepted).Name.Should().Be(expected);
    }

    [Fact]
    public void Cultures_AllOfThem_AreOfOurLanguages()
    {
        PageLanguages.Cultures.Should().Contain(PageLanguages.All.Select(language => language.Culture));
        PageLanguages.Cultures.Should().OnlyContain(culture => culture.TwoLetterISOLanguageName == "en" || culture.TwoLetterISOLanguageName == "de");
        PageLanguages.Culture("fr-FR").Should().BeNull();
        PageLanguages.Culture(new string('x', 5_000)).Should().BeNull();
    }
}
