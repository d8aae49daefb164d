using System.Reflection;
using System.Xml.Linq;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Tests.Architecture;

public sealed class ReferenceTests
{
    private static readonly string[] _referenceElements = ["PackageReference", "ProjectReference", "FrameworkReference", "Reference"];

    [Fact]
    public void Domain_Assembly_ReferencesTheSystemOnly() =>
        ReferencesOf(typeof(Room).Assembly).Should().NotBeEmpty().And.OnlyContain(name => name.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void Domain_Project_ReferencesNothing() => ProjectReferencesOf("RoomMonitor.Domain").Should().BeEmpty();

    [Fact]
    public void Data_Assembly_KnowsNothingOfTheWeb() =>
        ReferencesOf(Assembly.Load("RoomMonitor.Data")).Should().NotContain(name =>
            name == "RoomMonitor.Web"
            || (name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) && name != "Microsoft.AspNetCore.Identity.EntityFrameworkCore"));

    [Fact]
    public void Data_Project_ReferencesTheDomainAndNoWebFramework()
    {
        var references = ProjectReferencesOf("RoomMonitor.Data").ToList();

        references.Where(r => r.EndsWith(".csproj", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().EndWith("RoomMonitor.Domain.csproj");
        references.Should().NotContain("Microsoft.AspNetCore.App");
    }

    private static IEnumerable<string> ReferencesOf(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);

    private static IEnumerable<string> ProjectReferencesOf(string project) =>
        from element in XDocument.Load(Path.Combine(RepositorySource.Root, project, $"{project}.csproj")).Descendants()
        where _referenceElements.Contains(element.Name.LocalName)
        select (string)element.Attribute("Include")!;
}
