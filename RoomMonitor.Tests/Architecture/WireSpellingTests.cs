using System.Text.Json;
using System.Text.RegularExpressions;
using RoomMonitor.Web.Api.Contracts;

namespace RoomMonitor.Tests.Architecture;

/// <summary>The wire's names stand at the edge: neither rules nor data know how a program spells a field.</summary>
public sealed partial class WireSpellingTests
{
    private static readonly HashSet<string> _names = [.. NamesOfTheContract()];

    [Fact]
    public void DomainAndData_TheirSource_SpellsNoNameOfTheContract()
    {
        var spelled =
            from file in RepositorySource.Shipped()
            where IsInside(file.Path)
            from name in Spelled(file.Text)
            select $"{file.Path}: {name}";

        spelled.Should().BeEmpty();
    }

    [Theory]
    [InlineData("errors[\"room_id\"] = message;", "room_id")]
    [InlineData("errors.Add(\"start\", message);", "start")]
    [InlineData("/// <c>ending_soon</c>", "ending_soon")]
    [InlineData("private readonly int _start; // starts at roomId", null)]
    [InlineData("EXEC sp_getapplock", null)]
    public void Spelled_Text_IsWhatTheContractNames(string text, string? name) =>
        Spelled(text).Should().Equal(name is null ? [] : [name]);

    /// <summary>Timetables have columns of their own, and migrations tables.</summary>
    private static bool IsInside(string path) =>
        (path.StartsWith("RoomMonitor.Domain/", StringComparison.Ordinal) || path.StartsWith("RoomMonitor.Data/", StringComparison.Ordinal))
        && !path.Contains("/Migrations/", StringComparison.Ordinal) && !path.Contains("/Timetables/", StringComparison.Ordinal);

    private static IEnumerable<string> Spelled(string text) =>
        SnakeCase().Matches(text).Concat(Literal().Matches(text))
            .Select(match => match.Groups["name"].Value).Where(_names.Contains).Distinct();

    private static IEnumerable<string> NamesOfTheContract() =>
        from type in typeof(WireReservation).Assembly.GetTypes()
        where type.Namespace == typeof(WireReservation).Namespace
        from property in type.GetProperties()
        let kind = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
        from name in kind.IsEnum ? kind.GetEnumNames().Append(property.Name) : [property.Name]
        select JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    [GeneratedRegex(@"(?<![\w])(?<name>[a-z]+(?:_[a-z0-9]+)+)(?!\w)")]
    private static partial Regex SnakeCase();

    [GeneratedRegex("(?<!name=)\"(?<name>[a-z]+)\"")]
    private static partial Regex Literal();
}
