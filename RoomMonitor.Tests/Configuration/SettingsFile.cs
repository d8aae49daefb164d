using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using RoomMonitor.Tests.Architecture;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Tests.Configuration;

/// <summary>appsettings.json, its schema, and what the source reads of it.</summary>
internal static partial class SettingsFile
{
    private const string SectionName = "section";
    private const string TypeName = "type";

    public static JsonElement Values { get; } = Read("appsettings.json");

    public static JsonElement Schema { get; } = Read("appsettings.schema.json");

    public static IConfiguration Configuration { get; } =
        new ConfigurationBuilder().AddJsonFile(Path.Combine(RepositorySource.Root, "appsettings.json")).Build();

    /// <summary>Which class takes which section, as the source registers them.</summary>
    public static IReadOnlyList<(string Section, Type Options)> Bound { get; } =
    [
        .. from file in RepositorySource.Shipped()
           from match in Binding().Matches(file.Text)
           select (match.Groups[SectionName].Value, TypeOf(match.Groups[TypeName].Value)),
    ];

    /// <summary>Settings that the source reads by their names.</summary>
    public static IReadOnlyList<string> ReadByName { get; } =
    [
        .. RepositorySource.Shipped().SelectMany(file => ByName().Matches(file.Text)).Select(match => match.Groups[SectionName].Value).Distinct(),
    ];

    /// <summary><c>Section:Key</c> of everything that has a default in the schema.</summary>
    public static IReadOnlyList<string> Documented { get; } = [.. Leaves(Schema, "")];

    /// <summary>The part of the file, or of the schema, that a setting is; null where it isn't in it.</summary>
    public static JsonElement? Find(JsonElement root, string setting, bool inSchema)
    {
        var found = root;
        foreach (var part in setting.Split(':'))
        {
            if ((inSchema && !found.TryGetProperty("properties", out found)) || !found.TryGetProperty(part, out found))
            {
                return null;
            }
        }

        return found;
    }

    private static IEnumerable<string> Leaves(JsonElement schema, string path) =>
        schema.TryGetProperty("default", out _) ? [path]
        : schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().SelectMany(property => Leaves(property.Value, path.Length == 0 ? property.Name : $"{path}:{property.Name}"))
        : [];

    private static Type TypeOf(string name) => typeof(ProductVersion).Assembly.GetTypes().Single(type => type.Name == name);

    private static JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositorySource.Root, name)));
        return document.RootElement.Clone();
    }

    [GeneratedRegex(@"AddOptions<(?<type>\w+)>\(\)\s*\.BindConfiguration\(""(?<section>\w+)""\)")]
    private static partial Regex Binding();

    /// <summary>Only of our own spelling: what begins in lower case is the framework's.</summary>
    [GeneratedRegex(@"onfiguration(\[|\.GetValue(<\w+\??>)?\()""(?<section>[A-Z][\w:]*)""")]
    private static partial Regex ByName();
}
