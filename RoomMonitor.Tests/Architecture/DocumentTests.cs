using System.Text.RegularExpressions;

namespace RoomMonitor.Tests.Architecture;

/// <summary>What the documents point to is there.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents =>
    [
        .. Directory.EnumerateFiles(RepositorySource.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(RepositorySource.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(RepositorySource.Root, file).Replace('\\', '/')),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_WithinTheRepository_LeadSomewhere(string document)
    {
        var file = Path.Combine(RepositorySource.Root, document);
        var missing =
            from match in Link().Matches(File.ReadAllText(file))
            let target = match.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
            let parts = target.Split('#')
            let path = parts[0].Length == 0 ? file : Path.GetFullPath(parts[0], Path.GetDirectoryName(file)!)
            where !Path.Exists(path) || (parts.Length == 2 && path.EndsWith(".md", StringComparison.Ordinal) && !AnchorsOf(path).Contains(parts[1]))
            select target;

        missing.Should().BeEmpty();
    }

    /// <summary>Classes are found by their names, wherever they move.</summary>
    [Fact]
    public void Tour_NamesClasses_ThatExist()
    {
        var known = RepositorySource.Shipped().Select(file => Path.GetFileNameWithoutExtension(file.Path)).ToHashSet();
        var tour = File.ReadAllText(Path.Combine(RepositorySource.Root, "docs", "architecture.md")).Split("## Where do I find")[1];

        var named = ClassName().Matches(tour).Select(match => match.Groups["name"].Value).ToList();

        named.Should().HaveCountGreaterThan(15);
        named.Where(name => !known.Contains(name)).Should().BeEmpty();
    }

    private static HashSet<string> AnchorsOf(string file) =>
    [
        .. File.ReadLines(file).Where(line => line.StartsWith('#'))
            .Select(line => NotInAnchors().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-')),
    ];

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)|(src|srcset)=""(?<target>[^""]+)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<name>[A-Z][a-z]+([A-Z][A-Za-z]+)+)`")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
