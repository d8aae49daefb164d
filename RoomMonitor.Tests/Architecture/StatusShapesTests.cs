using System.Text.RegularExpressions;
using System.Xml.Linq;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Tests.Architecture;

/// <summary>One set of status signs; js/room-badge.js is compared where it runs (RoomBadgeTests).</summary>
public sealed partial class StatusShapesTests
{
    [Fact]
    public void UnknownSign_OfTheStyles_HasItsShapes()
    {
        var styles = File.ReadAllText(Path.Combine(RepositorySource.Root, "RoomMonitor.Web", "wwwroot", "app.css"));

        var sign = XElement.Parse(Uri.UnescapeDataString(Sign().Match(styles).Groups[1].Value));

        Described(sign).Should().Equal(Described(XElement.Parse($"<svg>{StatusShapes.Unknown}</svg>")));
    }

    [Fact]
    public void Shapes_InFilesOfTheWeb_StandWhereTheyAreComparedAlone()
    {
        // The ring's tick, the bar and the question mark.
        string[] shapes = ["M7.7 12.5", "M12 1.5a10.5", "M9.3 9.7a2.75"];
        var web = Path.Combine(RepositorySource.Root, "RoomMonitor.Web");
        var files = Directory.EnumerateFiles(web, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".js" && !file.Contains("/obj/") && !file.Contains("/bin/"));

        files.Where(file => shapes.Any(File.ReadAllText(file).Contains)).Select(Path.GetFileName).Should().BeEquivalentTo("StatusShapes.cs", "room-badge.js", "app.css");
    }

    internal static IEnumerable<string> Described(XElement svg) =>
        svg.Elements().Select(shape => $"{shape.Name.LocalName} {string.Join(' ', shape.Attributes().Where(given => given.Name != "class").OrderBy(given => given.Name.LocalName))}");

    [GeneratedRegex("--unknown-sign: url\\(\"data:image/svg\\+xml,([^\"]+)\"")]
    private static partial Regex Sign();
}
