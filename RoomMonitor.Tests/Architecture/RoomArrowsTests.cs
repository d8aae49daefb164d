using System.Text.RegularExpressions;

namespace RoomMonitor.Tests.Architecture;

/// <summary>The rooms of RoomMonitor.Web know each other one way: each names those above it in this list, and none below.</summary>
public sealed partial class RoomArrowsTests
{
    private static readonly string[] _rooms =
    [
        "Fluxor",
        "Languages",
        "Api.Contracts",
        "Api.Problems",
        "Hosting.Configuration",
        "Realtime",
        "Security",
        "Parts",
        "Sockets.Transport",
        "Accounts",
        "Sockets",
        "Api",
        "Rooms",
        "Features.Notifications",
        "Features.Profile",
        "Features.Activity",
        "Features.Booking",
        "Features.Monitor",
        "Features.Browse",
        "Accounts.Pages",
        "Features.RoomDetails",
        "Features.Reservations",
        "Features.Account",
        "Shell",
        "Kiosks",
        "Hosting",
    ];

    [Fact]
    public void Folders_AllOfThem_AreInARoom() => Files().Where(file => RoomOf(NamespaceOf(file)) is null).Should().BeEmpty();

    [Fact]
    public void Rooms_EachOfThem_NamesOnlyThoseAboveIt()
    {
        var arrows = Files().SelectMany(file => Usings().Matches(File.ReadAllText(file)).Select(used => (
            From: RoomOf(NamespaceOf(file))!, To: RoomOf(used.Groups["space"].Value) ?? "nowhere", File: Path.GetFileName(file)))).ToList();
        arrows.Count.Should().BeGreaterThan(300);

        arrows.Where(arrow => Array.IndexOf(_rooms, arrow.To) is var rank && (rank < 0 || rank > Array.IndexOf(_rooms, arrow.From)))
            .Should().BeEmpty();
    }

    /// <summary>No file reaches past its usings: what it names in full would be an arrow that nobody sees.</summary>
    [Fact]
    public void Files_AllOfThem_NameTheirRoomsInUsings() =>
        Files().Where(file => FullNames().IsMatch(File.ReadAllText(file))).Should().BeEmpty();

    private static IEnumerable<string> Files() =>
        from file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".razor"
        let folder = NamespaceOf(file).Split('.')[0]
        where folder is not ("" or "bin" or "obj" or "wwwroot")
        select file;

    private static string Root => Path.Combine(RepositorySource.Root, "RoomMonitor.Web");

    private static string NamespaceOf(string file) => Path.GetDirectoryName(Path.GetRelativePath(Root, file))!.Replace(Path.DirectorySeparatorChar, '.');

    private static string? RoomOf(string space) =>
        _rooms.Where(room => space == room || space.StartsWith(room + ".", StringComparison.Ordinal)).MaxBy(room => room.Length);

    [GeneratedRegex(@"^@?using (?:static )?RoomMonitor\.Web\.(?<space>[\w.]+?);?\s*$", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"^(?!@?using |namespace ).*\bRoomMonitor\.Web\.[A-Z]\w+\.[A-Z]", RegexOptions.Multiline)]
    private static partial Regex FullNames();
}
