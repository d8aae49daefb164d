using System.Reflection;
using System.Text.Json;

namespace RoomMonitor.Tests.Architecture;

/// <summary>
/// The list that <c>bench/run protections</c> works through stays true: what it takes out is there, and so are the tests that must miss it,
/// and docs/security.md says the same.
/// </summary>
public sealed class ProtectionListTests
{
    private static readonly IReadOnlyList<Entry> _list = JsonSerializer.Deserialize<List<Entry>>(
        File.ReadAllText(Path.Combine(RepositorySource.Root, "bench", "protections.json")), JsonSerializerOptions.Web)!;

    [Fact]
    public void Names_All_DifferAndHaveEditsAndTests()
    {
        _list.Select(entry => entry.Name).Should().NotBeEmpty().And.OnlyHaveUniqueItems();
        _list.Should().OnlyContain(entry => entry.Edits.Count > 0 && entry.Tests.Count > 0);
    }

    [Fact]
    public void Edits_All_FitTheSourceOnce()
    {
        var wrong =
            from entry in _list
            from edit in entry.Edits
            let file = Path.Combine(RepositorySource.Root, edit.File)
            let found = File.Exists(file) ? File.ReadAllText(file).Split(edit.From).Length - 1 : -1
            where found != 1
            select $"{entry.Name}: {edit.File}, {found} times: {edit.From}";

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Tests_All_Exist()
    {
        var tests =
            from type in typeof(ProtectionListTests).Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where method.GetCustomAttribute<FactAttribute>() is not null
            select $"{type.Name}.{method.Name}";

        _list.SelectMany(entry => entry.Tests).Should().BeSubsetOf(tests);
    }

    [Fact]
    public void Documentation_ListsEach()
    {
        var document = Path.Combine(RepositorySource.Root, "docs", "security.md");
        var lines = File.ReadLines(document).Where(line => line.StartsWith('|')).ToList();

        var missing = _list.Where(entry => !lines.Exists(line =>
            line.StartsWith($"| {entry.Name} |", StringComparison.Ordinal) && entry.Tests.All(test => line.Contains($"`{test}`", StringComparison.Ordinal))));

        missing.Select(entry => entry.Name).Should().BeEmpty();
    }

    private sealed record Entry(string Name, IReadOnlyList<Edit> Edits, IReadOnlyList<string> Tests);

    private sealed record Edit(string File, string From, string To);
}
