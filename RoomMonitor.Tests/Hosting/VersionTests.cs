using System.Text.RegularExpressions;
using System.Xml.Linq;
using RoomMonitor.Tests.Architecture;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Tests.Hosting;

/// <summary>Directory.Build.props names the version; whatever else tells it, tells that one.</summary>
public sealed partial class VersionTests
{
    private static string Version => XDocument.Load(Path.Combine(RepositorySource.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    [Fact]
    public void Release_IsThatOfTheBuildSettingsWithoutTheCommit()
    {
        ProductVersion.Release.Should().Be(Version);
        ProductVersion.Full.Should().StartWith(Version);
    }

    [Fact]
    public void Changelog_NewestEntry_IsOfThisVersion()
    {
        var entries = File.ReadLines(Path.Combine(RepositorySource.Root, "CHANGELOG.md")).Select(line => Entry().Match(line)).Where(match => match.Success);

        entries.First().Groups["version"].Value.Should().Be(Version);
    }

    [Fact]
    public async Task Ready_Asked_NamesTheReleaseAndNoCommit()
    {
        await using var app = new RoomMonitorApp();
        using var client = app.CreateClient();

        (await client.GetJsonAsync("/health/ready")).GetProperty("version").GetString().Should().Be(Version);
    }

    [Fact]
    public async Task Pages_ForStrangers_DoNotNameIt()
    {
        await using var app = new RoomMonitorApp();
        using var client = app.CreateClient();
        foreach (var page in new[] { "/", "/monitor", "/account/sign-in" })
        {
            (await client.GetStringAsync(page)).Should().NotContain(Version, page);
        }
    }

    [GeneratedRegex(@"^## \[(?<version>\d[^]]*)\]")]
    private static partial Regex Entry();
}
