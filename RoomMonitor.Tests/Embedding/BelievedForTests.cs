using System.Globalization;
using System.Text.RegularExpressions;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Tests.Architecture;

namespace RoomMonitor.Tests.Embedding;

/// <summary>How long something is believed without news stands once: pages hand it to their scripts.</summary>
public sealed partial class BelievedForTests
{
    private static readonly string _milliseconds = OccupancyRules.BelievedFor.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public void PageScript_OfTheCampusTime_ReadsItFromThePage() =>
        Script("campus-time.js").Should().Contain("root.dataset.believedMs").And.NotMatchRegex("90_?000");

    /// <summary>It runs in pages of other sites, which have no data of ours.</summary>
    [Fact]
    public void BadgeScript_OnOtherPeoplesPages_HasTheSame() =>
        Believed().Match(Script("room-badge.js")).Groups["ms"].Value.Replace("_", "", StringComparison.Ordinal).Should().Be(_milliseconds);

    private static string Script(string name) => File.ReadAllText(Path.Combine(RepositorySource.Root, "RoomMonitor.Web", "wwwroot", "js", name));

    [GeneratedRegex("const believed = (?<ms>[0-9_]+);")]
    private static partial Regex Believed();
}
