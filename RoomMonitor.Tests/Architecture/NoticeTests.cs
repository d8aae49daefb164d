using System.Text.Json;

namespace RoomMonitor.Tests.Architecture;

/// <summary>Whoever's work is in a published program is named in NOTICE, and what NOTICE points to is there.</summary>
public sealed class NoticeTests
{
    /// <summary>Microsoft's, which NOTICE names together.</summary>
    private static readonly string[] _together = ["Microsoft.", "System.", "Azure.", "NETStandard."];

    private static readonly string _notice = File.ReadAllText(Path.Combine(RepositorySource.Root, "NOTICE"));

    [Fact]
    public void Packages_OfOthers_AreNamed()
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositorySource.Root, "RoomMonitor.Web", "packages.lock.json")));
        var packages = locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project" && !Array.Exists(_together, package.Name.StartsWith))
            .Select(package => package.Name).ToList();

        packages.Should().Contain("MudBlazor");
        packages.Where(package => !_notice.Contains(package.StartsWith("SQLitePCLRaw.", StringComparison.Ordinal) ? "SQLitePCLRaw" : package, StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Theory]
    [InlineData("LICENSE")]
    [InlineData("licenses/MIT.txt")]
    [InlineData("licenses/Apache-2.0.txt")]
    [InlineData("RoomMonitor.Web/wwwroot/fonts/LICENSE-Roboto.txt")]
    public void License_OfWhatItNames_IsThere(string file)
    {
        _notice.Should().Contain(file);
        File.ReadAllText(Path.Combine(RepositorySource.Root, file)).Should().ContainAny("Permission is hereby granted", "Apache License", "SIL OPEN FONT LICENSE");
    }

    [Fact]
    public void Fonts_AllOfThem_AreRoboto() =>
        Directory.EnumerateFiles(Path.Combine(RepositorySource.Root, "RoomMonitor.Web", "wwwroot", "fonts"), "*.woff2").Select(Path.GetFileName)
            .Should().NotBeEmpty().And.OnlyContain(name => name!.StartsWith("roboto-latin"));
}
