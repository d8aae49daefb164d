using System.Reflection;
using System.Text.RegularExpressions;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Tests.Architecture;

/// <summary>One source of icons.</summary>
public sealed class IconTests
{
    [Fact]
    public void Icons_OfPages_ComeFromAppIcons()
    {
        // Signs of a status, the picture of a page that has nothing to show, QR codes.
        string[] others =
        [
            "RoomMonitor.Web/Parts/StatusShapes.cs", "RoomMonitor.Web/Parts/EmptyState.razor", "RoomMonitor.Web/Parts/QrDrawing.cs",
            "RoomMonitor.Web/Kiosks/Fleet/KioskLinkDialog.razor", "RoomMonitor.Web/Features/RoomDetails/RoomQr.razor",
        ];

        var elsewhere =
            from file in RepositorySource.Shipped()
            where !file.Path.StartsWith("RoomMonitor.Web/Parts/AppIcons", StringComparison.Ordinal) && !others.Contains(file.Path)
            where file.Text.Contains("<path d=\"") || file.Text.Contains("Icons.Material") || file.Text.Contains("Icons.Custom")
            select file.Path;

        elsewhere.Should().BeEmpty();
    }

    [Fact]
    public void AppIcons_EachOfThem_StandsOnceAndIsUsed()
    {
        var icons = typeof(AppIcons).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);
        var source = string.Concat(RepositorySource.Shipped().Select(file => file.Text));

        icons.Values.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(60);
        icons.Keys.Where(name => !Regex.IsMatch(source, $@"AppIcons\.{name}\b")).Should().BeEmpty();
    }
}
