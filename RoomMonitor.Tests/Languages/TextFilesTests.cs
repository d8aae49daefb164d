using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using RoomMonitor.Tests.Architecture;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Tests.Languages;

/// <summary>The resource files of the pages: complete in each language.</summary>
public sealed partial class TextFilesTests
{
    private static readonly Dictionary<string, string> _files = Directory
        .EnumerateDirectories(Path.Combine(RepositorySource.Root, "RoomMonitor.Web"))
        .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.resx", SearchOption.AllDirectories))
        .ToDictionary(file => Path.GetFileName(file));

    public static TheoryData<string> Areas => [.. _files.Keys.Select(file => file.Split('.')[0]).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Area_EachLanguage_HasTheSameTextsWithTheSamePlaceholders(string area)
    {
        var english = Read($"{area}.resx");
        english.Should().NotBeEmpty();
        foreach (var language in PageLanguages.All.Skip(1))
        {
            var other = Read($"{area}.{language.Code}.resx");
            other.Keys.Should().BeEquivalentTo(english.Keys, "{0} is complete in {1}", area, language.Name);
            foreach (var (key, text) in english)
            {
                PlaceholdersOf(other[key]).Should().Equal(PlaceholdersOf(text), "{0}.{1} takes the same values in {2}", area, key, language.Name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Area_EachText_SaysSomething(string area)
    {
        foreach (var file in _files.Keys.Where(file => file.StartsWith($"{area}.", StringComparison.Ordinal)))
        {
            Read(file).Where(text => string.IsNullOrWhiteSpace(text.Value) || text.Value.Contains("TODO", StringComparison.Ordinal))
                .Should().BeEmpty(file);
        }
    }

    [Fact]
    public void Files_AllOfThem_AreOfALanguageOfThePages()
    {
        var languages = PageLanguages.All.Select(language => language.Code).ToList();

        _files.Keys.Select(file => file.Split('.'))
            .Where(name => name[^1] != "resx" || (name.Length == 3 && !languages.Contains(name[1])) || name.Length > 3).Should().BeEmpty();
    }

    [Theory]
    [InlineData("en-GB", "Ending soon")]
    [InlineData("en-US", "Ending soon")]
    [InlineData("de-AT", "Bald frei")]
    [InlineData("fr-FR", "Ending soon")]
    public void Text_InTheReadersCulture_IsInHisLanguageOrEnglish(string culture, string expected)
    {
        using var _ = new InCulture(culture);

        StatusTexts.EndingSoon.Should().Be(expected);
    }

    [Fact]
    public void Text_WithValues_IsWrittenInTheReadersCulture()
    {
        using var _ = new InCulture("de-DE");

        MonitorTexts.FormatSeatsTaken(9, 1200).Should().Be("9 von 1200 Plätzen besetzt");
        CultureInfo.CurrentCulture.Name.Should().Be("de-DE");
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(_files[file]).Root!
        .Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> PlaceholdersOf(string text) => Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}")]
    private static partial Regex Placeholder();
}
