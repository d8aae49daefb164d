using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Tests.Api;
using RoomMonitor.Tests.Architecture;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Tests.Configuration;

/// <summary>appsettings.json shows every setting with its default: what is in it changes nothing, and an editor knows what may stand there.</summary>
public sealed class SettingsFileTests
{
    public static TheoryData<string> Sections => [.. SettingsFile.Bound.Select(bound => bound.Section).Distinct()];

    [Fact]
    public void Source_BindsSections_WhichAreFound() =>
        SettingsFile.Bound.Select(bound => bound.Section).Should().HaveCountGreaterThan(12).And.Contain(["Campus", "WebSockets", "Kiosk", "Security"]);

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_EachProperty_StandsInFileAndSchemaWithItsKindAndLimits(string section)
    {
        var settings = PropertiesOf(section).ToList();
        foreach (var property in settings)
        {
            var setting = $"{section}:{property.Name}";
            SettingsFile.Find(SettingsFile.Values, setting, inSchema: false).Should().NotBeNull("appsettings.json shows {0}", setting);
            var schema = SettingsFile.Find(SettingsFile.Schema, setting, inSchema: true);
            schema.Should().NotBeNull("appsettings.schema.json describes {0}", setting);
            KindOf(schema!.Value).Should().Be(KindOf(property.PropertyType), setting);
            if (property.GetCustomAttribute<RangeAttribute>() is { Minimum: IConvertible and not string } range)
            {
                schema.Value.GetProperty("minimum").GetDouble().Should().Be(Convert.ToDouble(range.Minimum, null), setting);
                schema.Value.GetProperty("maximum").GetDouble().Should().Be(Convert.ToDouble(range.Maximum, null), setting);
            }

            if (property.PropertyType.IsEnum)
            {
                schema.Value.GetProperty("enum").EnumerateArray().Select(word => word.GetString()).Should().BeEquivalentTo(Enum.GetNames(property.PropertyType), setting);
            }
        }

        SettingsFile.Values.GetProperty(section).EnumerateObject().Select(property => property.Name)
            .Should().BeSubsetOf(settings.Select(property => property.Name).Concat(ReadByNameOf(section)), "{0} has nothing that nobody reads", section);
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_AsWritten_IsWhatTheCodeDoesWithoutIt(string section)
    {
        // Of the campus there is no default: the file's is an example.
        foreach (var (_, type) in SettingsFile.Bound.Where(bound => bound.Section == section && bound.Options != typeof(CampusOptions)))
        {
            var written = SettingsFile.Configuration.GetSection(section).Get(type);

            written.Should().BeEquivalentTo(Activator.CreateInstance(type), options => options.RespectingRuntimeTypes(), "{0} holds the defaults", section);
        }
    }

    [Fact]
    public void ReadByName_AllOfThem_StandInFileAndSchema()
    {
        SettingsFile.ReadByName.Should().Contain(["Data:Folder", "Clock:StartAt", "AllowedHosts", "Database:Provider", "Booking:MostPerHour"]);
        foreach (var setting in SettingsFile.ReadByName.Concat(["PathBase", "ConnectionStrings:RoomMonitor"]))
        {
            SettingsFile.Find(SettingsFile.Values, setting, inSchema: false).Should().NotBeNull("appsettings.json shows {0}", setting);
            SettingsFile.Find(SettingsFile.Schema, setting, inSchema: true).Should().NotBeNull("appsettings.schema.json describes {0}", setting);
        }
    }

    [Fact]
    public void ReadByName_AsWritten_IsWhatTheCodeDoesWithoutIt()
    {
        var folder = Directory.CreateTempSubdirectory("roommonitor-settings-").FullName;
        try
        {
            LimitOf(SettingsFile.Configuration, folder).Should().Be(LimitOf(new ConfigurationBuilder().Build(), folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        SettingsFile.Configuration["Database:Provider"].Should().Be(new DatabaseOptions().Provider);
        SettingsFile.Configuration["Data:Folder"].Should().Be("data");
        SettingsFile.Configuration["Clock:StartAt"].Should().BeEmpty();
        SettingsFile.Configuration["PathBase"].Should().BeEmpty();
        SettingsFile.Configuration["ConnectionStrings:RoomMonitor"].Should().BeEmpty();
    }

    [Fact]
    public void File_ByTheSchema_IsValidAndHoldsTheSchemasDefaults()
    {
        SchemaCheck.Violations(SettingsFile.Schema, SettingsFile.Schema, SettingsFile.Values, "appsettings.json").Should().BeEmpty();
        foreach (var setting in SettingsFile.Documented)
        {
            var value = SettingsFile.Find(SettingsFile.Values, setting, inSchema: false)!.Value;
            JsonElement.DeepEquals(value, SettingsFile.Find(SettingsFile.Schema, setting, inSchema: true)!.Value.GetProperty("default")).Should().BeTrue(setting);
        }
    }

    [Theory]
    [InlineData("""{"Campus":{"Nam":"North"}}""")]
    [InlineData("""{"Kiosk":{"Theme":"Grey"}}""")]
    [InlineData("""{"Privacy":{"PublicDetails":"yes"}}""")]
    [InlineData("""{"Circuit":{}}""")]
    public void Schema_WrongFile_IsFound(string text)
    {
        using var document = JsonDocument.Parse(text);

        SchemaCheck.Violations(SettingsFile.Schema, SettingsFile.Schema, document.RootElement, "").Should().ContainSingle();
    }

    [Fact]
    public void File_HoldsNoSecret() =>
        new[] { "ConnectionStrings:RoomMonitor", "Accounts:KeyCertificatePassword" }.Should().OnlyContain(setting => SettingsFile.Configuration[setting]!.Length == 0);

    [Fact]
    public void Documentation_NamesEachSetting()
    {
        var document = File.ReadAllText(Path.Combine(RepositorySource.Root, "docs", "configuration.md"));

        SettingsFile.Documented.Where(setting => !document.Contains($"| `{setting}` |", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(string section) =>
        SettingsFile.Bound.Where(bound => bound.Section == section)
            .SelectMany(bound => bound.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property => property.CanWrite);

    private static IEnumerable<string> ReadByNameOf(string section) =>
        SettingsFile.ReadByName.Where(setting => setting.StartsWith($"{section}:", StringComparison.Ordinal)).Select(setting => setting.Split(':')[1]);

    private static string KindOf(JsonElement schema) => schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } types
        ? string.Join('|', types.EnumerateArray())
        : schema.GetProperty("type").GetString()!;

    private static string KindOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? $"{KindOf(value)}|null"
        : type == typeof(bool) ? "boolean"
        : type == typeof(int) ? "integer"
        : type == typeof(double) ? "number"
        : type == typeof(string) || type == typeof(TimeSpan) || type.IsEnum ? "string"
        : "array";

    private static int LimitOf(IConfiguration configuration, string folder)
    {
        using var services = new ServiceCollection().AddRoomMonitorData(configuration, folder).BuildServiceProvider();
        return services.GetRequiredService<BookingLimit>().MostPerHour;
    }
}
